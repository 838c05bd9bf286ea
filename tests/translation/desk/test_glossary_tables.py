"""The glossary leaves as a table or as TBX and comes in as one; a table that does not fit changes nothing."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.conftest import Tree
from translating.glossary import tables, taking, tbx
from translating.glossary.models import GlossaryTerm, GlossaryTranslation
from translating.glossary.rows import TableError

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("en")]
HEAD = "term,language,approved,forbidden,note\n"
SOMEBODY = get_user_model()(is_superuser=True)
"""May say everything in every language."""
TERM = ("term__term", "term__note", "locale__language_code", "approved", "forbidden")
TBX = """<tbx xmlns="urn:iso:std:iso:30042:ed-2"><text><body>
<conceptEntry><langSec xml:lang="zh-Hans"><termSec><term>行动</term></termSec></langSec>
<langSec xml:lang="en"><termSec><term>action</term></termSec></langSec></conceptEntry>
<conceptEntry><langSec xml:lang="zh-Hans"><termSec><term>{term}</term></termSec></langSec>
<langSec xml:lang="en"><termSec><term>long</term></termSec></langSec></conceptEntry></body></text></tbx>"""
MARTIF = """<?xml version="1.0"?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX"><text><body><termEntry><descrip type="definition">一种会议</descrip>
<langSet xml:lang="zh-CN"><tig><term>座谈会</term></tig></langSet>
<langSet xml:lang="fr"><tig><term>colloque</term></tig></langSet>
<langSet xml:lang="en-US"><ntig><termGrp><term>symposium</term></termGrp></ntig>
<ntig><termGrp><term>forum</term>
<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termGrp></ntig></langSet></termEntry>
<termEntry><langSet xml:lang="en"><tig><term>alone</term></tig></langSet></termEntry></body></text></martif>"""


def test_what_was_exported_can_be_imported_again() -> None:
    taking.take(f'{HEAD}座谈会,en,"symposium; symposia",forum,"不是""论坛"""\n'.encode(), SOMEBODY)
    table = "".join(tables.written())
    GlossaryTerm.objects.all().delete()
    assert taking.take(table.encode(), SOMEBODY) == taking.Taken(new=1)
    one = GlossaryTranslation.objects.get()
    assert (one.term.term, one.forms, one.forbidden) == ("座谈会", ["symposium", "symposia"], "forum")
    assert one.term.note == '不是"论坛"'


def test_a_term_that_is_there_is_changed() -> None:
    taking.take(f"{HEAD}座谈会,en,forum,,\n".encode(), SOMEBODY)
    assert taking.take(f"{HEAD}座谈会,en,symposium,forum,\n".encode(), SOMEBODY) == taking.Taken(changed=1)
    assert GlossaryTranslation.objects.get().approved == "symposium"


def test_what_is_the_same_is_not_said_to_be_changed() -> None:
    taking.take(f"{HEAD}座谈会,en,symposium,,说明\n".encode(), SOMEBODY)
    assert taking.take("".join(tables.written()).encode(), SOMEBODY) == taking.Taken()
    assert taking.take(f"{HEAD}座谈会,en,symposium,,别的\n".encode(), SOMEBODY) == taking.Taken(changed=1)


def test_a_spreadsheet_reckons_with_no_term_and_the_term_comes_back_as_it_was() -> None:
    taking.take(f"{HEAD}=1+1,en,@sum,-x,'note\n".encode(), SOMEBODY)
    table = "".join(tables.written())
    assert "'=1+1,en,'@sum,'-x,'note" in table
    assert taking.take(table.encode(), SOMEBODY) == taking.Taken()


def test_names_of_columns_and_languages_may_be_written_as_people_do() -> None:
    taking.take("Term, Language ,APPROVED\n座谈会,en-US,symposium\n行动,EN,action\n".encode(), SOMEBODY)
    assert set(GlossaryTranslation.objects.values_list("approved", "locale__language_code")) == {
        ("symposium", "en"),
        ("action", "en"),
    }


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "must name the columns"),
        ("a,b\n1,2\n", "must name the columns"),
        (f"{HEAD}座谈会,en,symposium,,\n行动,xx,action,,\n", "Line 3: “xx” is no language"),
        (f"{HEAD}座谈会,en,symposium,,\n行动,en,,,\n", "Line 3: "),
        (f"{HEAD}座谈会,en,symposium,,\n{'长' * 300},en,long,,\n", "Line 3: "),
        (f"{HEAD}座谈会,en,symposium,,\n\0,en,nothing,,\n", "UTF-8"),
        (f'{HEAD}座谈会,en,symposium,,\n"open', "no CSV table: Line 3"),
    ],
)
def test_a_table_that_does_not_fit_changes_nothing(content: str, sentence: str) -> None:
    with pytest.raises(TableError, match=sentence):
        taking.take(content.encode(), SOMEBODY)
    assert not GlossaryTerm.objects.exists()


def test_the_glossary_goes_out_as_tbx_and_comes_back() -> None:
    taking.take(
        f'{HEAD}座谈会,en,"symposium; symposia",forum,"不是论坛"\n行动,en,action,,\n'.encode(), SOMEBODY
    )
    before = set(GlossaryTranslation.objects.values_list(*TERM))
    content = tbx.written()
    GlossaryTerm.objects.all().delete()
    assert taking.take(content, SOMEBODY) == taking.Taken(new=2)
    assert set(GlossaryTranslation.objects.values_list(*TERM)) == before


def test_other_programs_terms_are_understood() -> None:
    taking.take(MARTIF.encode(), SOMEBODY)
    one = GlossaryTranslation.objects.get()
    assert (one.term.term, one.approved, one.forbidden) == ("座谈会", "symposium", "forum")
    assert one.term.note == "一种会议"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("<html/>", "no TBX"),
        ("<tbx>", "well-formed"),
        ('<!DOCTYPE t [<!ENTITY a "b">]><tbx>&a;</tbx>', "entities"),
        ("<a>" * 1000, "nested too deep"),
        (TBX.format(term="长" * 300), "Entry 2: "),
    ],
)
def test_a_tbx_file_that_does_not_fit_changes_nothing(content: str, sentence: str) -> None:
    with pytest.raises(TableError, match=sentence):
        taking.take(content.encode(), SOMEBODY)
    assert not GlossaryTerm.objects.exists()


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-16-le"])
def test_a_table_in_another_encoding_is_refused_with_what_to_do(encoding: str) -> None:
    with pytest.raises(TableError, match="UTF-8"):
        taking.take(f"{HEAD}座谈会,en,symposium,,\n".encode(encoding), SOMEBODY)


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
    assert b"symposium" in admin_client.get("/admin/translating/glossary/export/tbx/").content
    assert "座谈会,en,symposium" in exported.getvalue().decode("utf-8-sig")


def test_a_wrong_file_is_refused_in_the_form(admin_client: Any) -> None:
    answer = admin_client.post("/admin/translating/glossary/", {"file": SimpleUploadedFile("x", b"\xff\xfe")})
    assert answer.status_code == 422
    assert "UTF-8" in answer.content.decode()
    assert admin_client.post("/admin/translating/glossary/", {}).status_code == 422


def test_who_may_not_change_the_glossary_is_refused(zh: Tree, client: Any, django_user_model: Any) -> None:
    client.force_login(django_user_model.objects.create_user("nobody", is_staff=True))
    assert client.get("/admin/translating/glossary/export/").status_code == 302
