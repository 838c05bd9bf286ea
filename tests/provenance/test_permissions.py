"""The document of a permission is what its name says, and only the office can open it."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from designcity.file_contents.validating import FileContents
from newsroom.models import RoleKey
from provenance.models import Source
from tests.conftest import Tree
from tests.factories import source
from tests.newsroom.people import browser, member
from tests.removals.requests.claims import MAIL, picture, word, zipped

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("said_in_english")]
LETTER = b"%PDF-1.7\nA letter."


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("letter.pdf", LETTER),
        ("LETTER.PDF", LETTER),
        ("scan.png", picture("PNG")),
        ("scan.jpeg", picture("JPEG")),
        ("contract.docx", word()),
        ("contract.odt", zipped("mimetype", "content.xml")),
        ("mail.eml", MAIL),
        ("note.txt", "示例日报许可".encode("gb18030")),
    ],
)
def test_a_file_that_is_what_its_name_says_is_taken(name: str, content: bytes) -> None:
    FileContents()(ContentFile(content, name=name))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("letter.pdf", b"<html><script>alert(1)</script>"),
        ("scan.png", LETTER),
        ("contract.docx", zipped("xl/workbook.xml")),
        ("contract.docx", b"PK\x03\x04 no archive"),
        ("note.txt", b"MZ\x00\x01"),
        ("page.html", b"<p>"),
    ],
)
def test_a_file_that_is_something_else_is_refused(name: str, content: bytes) -> None:
    with pytest.raises(ValidationError, match="not what its name says"):
        FileContents()(ContentFile(content, name=name))


def test_a_file_that_is_too_large_is_refused() -> None:
    with pytest.raises(ValidationError, match="larger than 1 megabyte"):
        FileContents(1)(ContentFile(LETTER + b" " * 1024**2, name="letter.pdf"))


@pytest.fixture
def permitted(zh: Tree) -> Source:
    """A source whose permission is on file."""
    return source(locale=zh.locale, permission_file=ContentFile(LETTER, name="letter.pdf"))


def _address(permitted: Source) -> str:
    return reverse("provenance_permission", args=[permitted.pk])


def test_the_office_saves_the_document_and_no_browser_shows_it(permitted: Source) -> None:
    response = browser(member(RoleKey.RIGHTS_OFFICER)).get(_address(permitted))
    assert b"".join(response.streaming_content) == LETTER  # type: ignore[attr-defined]  # a served file
    response.close()
    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"].startswith("attachment")
    assert response["Cache-Control"].startswith("private, no-store")


def test_nobody_else_gets_the_document(permitted: Source, client: Client, django_user_model: Any) -> None:
    assert client.get(_address(permitted)).status_code == 302
    client.force_login(django_user_model.objects.create_user("reader"))
    assert client.get(_address(permitted)).status_code in (302, 403)


def test_a_source_without_document_has_nothing_to_open(zh: Tree) -> None:
    address = _address(source(locale=zh.locale))
    assert browser(member(RoleKey.RIGHTS_OFFICER)).get(address, follow=True).status_code == 404


def _form(**fields: Any) -> dict[str, Any]:
    empty = {"name": "示例日报", "kind": "media", "website": "", "terms": "", "permission_until": ""}
    return empty | {"slug": "shi-li-ri-bao", "sort_order": "0"} | fields


def test_the_form_of_a_source_leads_to_its_document(permitted: Source) -> None:
    officer = browser(member(RoleKey.RIGHTS_OFFICER))
    address = reverse("wagtailsnippets_provenance_source:edit", args=[permitted.pk])
    form = BeautifulSoup(officer.get(address).content.decode(), "html.parser")
    link = form.select_one(f'a[href="{_address(permitted)}"]')
    assert link is not None
    assert link.get_text().startswith("letter")
    response = officer.post(address, _form(permission_until="2027-05-01"))
    assert response.status_code == 302
    permitted.refresh_from_db()
    assert str(permitted.permission_file.name).startswith("permissions/letter")
    assert str(permitted.permission_until) == "2027-05-01"


def test_a_document_that_lies_is_refused_in_the_form(permitted: Source) -> None:
    officer = browser(member(RoleKey.RIGHTS_OFFICER))
    address = reverse("wagtailsnippets_provenance_source:edit", args=[permitted.pk])
    lie = SimpleUploadedFile("letter.pdf", b"<html>")
    response = officer.post(address, _form(permission_file=lie))
    assert "not what its name says" in response.content.decode()
