"""The desk of files in the editors' interface: out, in, a look at what it does, and then the deed."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from wagtail.models import Locale
from wagtail_localize.models import Translation

from newsroom.models import RoleKey
from tests.conftest import Tree
from tests.factories import article
from tests.newsroom.people import browser, member
from tests.reading import page
from tests.translation.desk.headlines import submitted
from tests.translation.files.filling import file_of, kept
from translating.files import formats
from translating.files.formats import Format
from translating.files.models import Delivery

pytestmark = pytest.mark.django_db
DESK = "/admin/translating/files/"
WORDS = {"座谈会召开": "Symposium held"}


@pytest.fixture
def editor(django_user_model: Any) -> Any:
    """Somebody who may submit translations, and is no administrator."""
    user = django_user_model.objects.create_user("editor")
    user.user_permissions.set(Permission.objects.filter(codename__in=["access_admin", "submit_translation"]))
    return user


def _asked(zh: Tree, en: Tree, **more: Any) -> dict[str, Any]:
    languages = f"{zh.locale.pk}-{en.locale.pk}"
    return {"languages": languages, "scope": "all", "format": "xliff2", "page": ""} | more


def _upload(client: Any, content: bytes, name: str = "back.xlf", address: str = f"{DESK}in/") -> Any:
    return client.post(address, {"file": SimpleUploadedFile(name, content)}, follow=True)


@pytest.mark.parametrize("form", Format)
def test_a_file_goes_out_and_comes_back(
    form: str, begun: Translation, zh: Tree, en: Tree, english_office: Any
) -> None:
    answer = english_office.post(f"{DESK}out/", _asked(zh, en, format=form))
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert "座谈会召开" in {unit.source for unit in formats.read(answer.content)[0].units}
    shown = _upload(english_office, file_of(form, [begun], WORDS))
    assert shown.status_code == 200
    assert "Symposium held" in shown.content.decode()
    assert kept(begun) == {}
    done = english_office.post(Delivery.objects.get().url, follow=True)
    assert "1 sentence was taken over, 0 were refused" in done.content.decode()
    assert kept(begun) == WORDS


def test_several_pages_are_one_file_or_an_archive(
    begun: Translation, zh: Tree, en: Tree, english_office: Any
) -> None:
    submitted(article(zh.news, "另一篇"))
    for form, start in ((Format.XLIFF_1, b"<?xml"), (Format.PO, b"PK")):
        content = english_office.post(f"{DESK}out/", _asked(zh, en, format=form)).content
        assert content.startswith(start)
        assert len(formats.read(content)) == 2


@pytest.mark.parametrize("more", [{"scope": "page"}, {"languages": "1-99999"}, {"format": "docx"}])
def test_a_form_that_does_not_fit_is_shown_again(
    more: dict[str, str], begun: Translation, zh: Tree, en: Tree, english_office: Any
) -> None:
    assert english_office.post(f"{DESK}out/", _asked(zh, en, **more)).status_code == 422


def test_nothing_to_translate_is_said(zh: Tree, en: Tree, english_office: Any) -> None:
    answer = english_office.post(f"{DESK}out/", _asked(zh, en))
    assert answer.status_code == 422
    assert "There is nothing to translate" in answer.content.decode()


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"<a>", b"PK\x03\x04"])
def test_a_file_that_cannot_be_read_is_refused_in_the_form(
    content: bytes, zh: Tree, en: Tree, english_office: Any
) -> None:
    assert _upload(english_office, content).status_code == 422
    assert not Delivery.objects.exists()


def test_a_refused_sentence_is_shown_with_its_reason(begun: Translation, english_office: Any) -> None:
    content = file_of(Format.XLIFF_2, [begun], {"座谈会召开": "x" * 300})
    assert "It has 300 characters; the field holds 255." in _upload(english_office, content).content.decode()
    assert "disabled" in english_office.get(Delivery.objects.get().url).content.decode()


def test_the_editors_own_file_is_ours(begun: Translation, zh: Tree, english_office: Any) -> None:
    address = f"/admin/localize/translate/{begun.pk}/pofile/"
    content = english_office.get(f"{address}download/").content
    assert formats.read(content)[0].key == str(begun.uuid)
    shown = _upload(english_office, file_of(Format.XLIFF_1, [begun], WORDS), address=f"{address}upload/")
    assert "Symposium held" in shown.content.decode()
    other = submitted(article(zh.news, "另一篇"))
    shown = _upload(
        english_office,
        file_of(Format.PO, [begun], WORDS),
        address=f"/admin/localize/translate/{other.pk}/pofile/upload/",
    )
    assert "another page" in shown.content.decode()
    assert "XML" in _upload(english_office, b"<a>", address=f"{address}upload/").content.decode()


def test_a_page_leads_to_its_file(begun: Translation, zh: Tree, english_office: Any) -> None:
    html = english_office.get(f"/admin/pages/{zh.news.pk}/edit/").content.decode()
    assert f"{DESK}?page={zh.news.pk}" in html
    assert english_office.get(f"{DESK}?page={zh.news.pk}").status_code == 200


def _visitor(model: Any) -> Any:
    """Return somebody who may enter the editors' interface and nothing else."""
    user = model.objects.create_user("visitor")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    return user


def test_who_does_not_translate_has_no_files(
    begun: Translation, english_office: Any, client: Client, django_user_model: Any
) -> None:
    _upload(english_office, file_of(Format.PO, [begun], WORDS))
    client.force_login(_visitor(django_user_model))
    delivery = Delivery.objects.get()
    for address in (DESK, delivery.url, f"/admin/localize/translate/{begun.pk}/pofile/download/"):
        assert client.get(address).status_code == 302
    assert client.post(delivery.url).status_code == 302
    assert kept(begun) == {}


def test_a_file_is_its_translators_own(
    begun: Translation, english_office: Any, client: Client, editor: Any
) -> None:
    _upload(english_office, file_of(Format.PO, [begun], WORDS))
    client.force_login(editor)
    assert client.get(DESK).status_code == 200
    assert client.get(Delivery.objects.get().url, follow=True).status_code == 404


def test_a_translator_is_offered_the_own_language(zh: Tree, en: Tree) -> None:
    Locale.objects.create(language_code="ja")
    client = browser(member(RoleKey.TRANSLATOR, "en"))
    offered = page(client, DESK).select("[name=languages] option")
    assert [one["value"] for one in offered] == [f"{zh.locale.pk}-{en.locale.pk}"]
