"""The glossary leaves as a table and comes in as one; a table that does not fit changes nothing."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.conftest import Tree
from translating.glossary import tables
from translating.glossary.models import GlossaryTerm, GlossaryTranslation

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("en")]
HEAD = "term,language,approved,forbidden,note\n"


def test_what_was_exported_can_be_imported_again() -> None:
    tables.take(f'{HEAD}座谈会,en,"symposium; symposia",forum,"不是""论坛"""\n'.encode())
    table = "".join(tables.written())
    GlossaryTerm.objects.all().delete()
    assert tables.take(table.encode()) == tables.Taken(new=1)
    one = GlossaryTranslation.objects.get()
    assert (one.term.term, one.forms, one.forbidden) == ("座谈会", ["symposium", "symposia"], "forum")
    assert one.term.note == '不是"论坛"'


def test_a_term_that_is_there_is_changed() -> None:
    tables.take(f"{HEAD}座谈会,en,forum,,\n".encode())
    assert tables.take(f"{HEAD}座谈会,en,symposium,forum,\n".encode()) == tables.Taken(changed=1)
    assert GlossaryTranslation.objects.get().approved == "symposium"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "must name the columns"),
        ("a,b\n1,2\n", "must name the columns"),
        (f"{HEAD}座谈会,en,symposium,,\n行动,xx,action,,\n", "Line 3: “xx” is no language"),
        (f"{HEAD}座谈会,en,symposium,,\n行动,en,,,\n", "Line 3: "),
        (f"{HEAD}座谈会,en,symposium,,\n{'长' * 300},en,long,,\n", "Line 3: "),
        (f"{HEAD}座谈会,en,symposium,,\n\0,en,nothing,,\n", "Line 3: |no CSV"),
        (f'{HEAD}座谈会,en,symposium,,\n"open', "no CSV table"),
    ],
)
def test_a_table_that_does_not_fit_changes_nothing(content: str, sentence: str) -> None:
    with pytest.raises(tables.TableError, match=sentence):
        tables.take(content.encode())
    assert not GlossaryTerm.objects.exists()


def test_a_table_in_another_encoding_is_refused_with_what_to_do() -> None:
    with pytest.raises(tables.TableError, match="UTF-8"):
        tables.take(f"{HEAD}座谈会,en,symposium,,\n".encode("gb18030"))


def test_the_list_offers_both_ways(admin_client: Any) -> None:
    html = admin_client.get("/admin/snippets/translating/glossaryterm/").content.decode()
    assert "/admin/translating/glossary/export/" in html
    assert 'href="/admin/translating/glossary/"' in html


def test_a_file_is_taken_over_in_the_editors_interface(admin_client: Any) -> None:
    file = SimpleUploadedFile("glossary.csv", f"{HEAD}座谈会,en,symposium,,\n".encode())
    answer = admin_client.post("/admin/translating/glossary/", {"file": file}, follow=True)
    assert answer.status_code == 200
    assert GlossaryTerm.objects.get().term == "座谈会"
    exported = admin_client.get("/admin/translating/glossary/export/")
    assert "座谈会,en,symposium" in exported.getvalue().decode("utf-8-sig")


def test_a_wrong_file_is_refused_in_the_form(admin_client: Any) -> None:
    answer = admin_client.post("/admin/translating/glossary/", {"file": SimpleUploadedFile("x", b"\xff\xfe")})
    assert answer.status_code == 422
    assert "UTF-8" in answer.content.decode()
    assert admin_client.post("/admin/translating/glossary/", {}).status_code == 422


def test_who_may_not_change_the_glossary_is_refused(zh: Tree, client: Any, django_user_model: Any) -> None:
    client.force_login(django_user_model.objects.create_user("nobody", is_staff=True))
    assert client.get("/admin/translating/glossary/export/").status_code == 302
