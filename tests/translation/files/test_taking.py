"""A file that came back: what fits is written, the rest is refused with a reason, nothing in halves."""

import datetime
import re
from typing import Any

import pytest
from django.utils import timezone
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation

from news.models import ArticlePage
from removals.takedowns.taking import take_down, undo
from tests.conftest import Tree
from tests.factories import administrator, article, published
from tests.translation.desk.headlines import submitted, translated
from tests.translation.files.conftest import LINKED
from tests.translation.files.filling import file_of, filled, kept
from translating.files import formats, taking
from translating.files.formats import Format
from translating.files.judging import Verdict, judge
from translating.files.models import Delivery
from translating.files.sheets import Sheet, Unit
from translating.glossary.models import GlossaryTerm, GlossaryTranslation
from translating.memory.models import Entry

pytestmark = pytest.mark.django_db
HEADLINE = "座谈会召开"
WORDS = {
    HEADLINE: "Symposium held",
    LINKED: '<b>Words</b> with a <a id="a1">link</a> and “5 &lt; 6”.',
    "第二段。": "Second.",
}


@pytest.fixture
def user(db: None) -> Any:
    """Somebody who may do everything."""
    return administrator()


def _taken(sheets: list[Sheet], user: Any, only: Translation | None = None) -> Any:
    return taking.take(taking.receive(sheets, "file.xlf", user, only), user)


def _reasons(sheets: list[Sheet], user: Any, only: Translation | None = None) -> dict[str, str]:
    found = judge(sheets, user, since=timezone.now(), only=only)
    return {one.unit.source: one.reason for sheet in found for one in sheet.units if one.reason}


@pytest.mark.parametrize("form", Format)
def test_a_file_is_taken_over_in_every_format(form: str, begun: Translation, user: Any) -> None:
    delivery = _taken(formats.read(file_of(form, [begun], WORDS)), user)
    assert kept(begun) == WORDS
    assert (delivery.taken, delivery.refused, delivery.sheets) == (3, 0, [])
    one = StringTranslation.objects.get(data="Symposium held")
    assert (one.last_translated_by, one.tool_name, one.has_error) == (user, "file.xlf", False)


def test_the_memory_learns_from_a_file(begun: Translation, user: Any) -> None:
    _taken(filled([begun], WORDS), user)
    assert Entry.objects.get(source=HEADLINE).target == "Symposium held"


def test_a_file_taken_over_twice_changes_nothing_the_second_time(begun: Translation, user: Any) -> None:
    sheets = filled([begun], WORDS)
    delivery = _taken(sheets, user)
    StringTranslation.objects.filter(data="Second.").update(data="Another.")
    assert taking.take(delivery, user).taken == 3
    assert kept(begun)["第二段。"] == "Another."


def test_what_is_the_same_is_not_written_again(begun: Translation, user: Any) -> None:
    _taken(filled([begun], WORDS), user)
    before = set(StringTranslation.objects.values_list("pk", "updated_at"))
    assert _taken(filled([begun], WORDS), user).taken == 0
    assert set(StringTranslation.objects.values_list("pk", "updated_at")) == before


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("Words with a link.", "Mark-up of the original is missing: <b>, <a a1>"),
        ('<b>Words</b> <a id="a2">link</a>', "missing: <a a1>"),
        ('<b>W</b> <a id="a1">l</a> <a id="a1">l</a>', "that the original does not have: <a a1>"),
        ('<b>W</b> <a id="a1">l</a><i>!</i>', "that the original does not have: <i>"),
        (f'<b>W</b> <a id="a1">{"l" * 20_001}</a>', "the field holds 20000"),
    ],
)
def test_a_segment_that_does_not_fit_is_refused_and_the_others_are_taken(
    said: str, reason: str, begun: Translation, user: Any
) -> None:
    sheets = filled([begun], WORDS | {LINKED: said})
    assert reason in _reasons(sheets, user)[LINKED]
    delivery = _taken(sheets, user)
    assert kept(begun) == {one: WORDS[one] for one in WORDS if one != LINKED}
    assert (delivery.taken, delivery.refused) == (2, 1)
    assert reason in delivery.report[0]["units"][0]["reason"]


def test_a_headline_that_is_too_long_is_refused(begun: Translation, user: Any) -> None:
    assert "holds 255" in _reasons(filled([begun], {HEADLINE: "x" * 256}), user)[HEADLINE]


def test_markup_that_a_reader_could_not_make_out_is_refused(begun: Translation, user: Any) -> None:
    file = file_of(Format.PO, [begun], WORDS).decode().replace("<b>Words</b>", "<b>Words")
    assert "does not end" in _reasons(formats.read(file.encode()), user)[LINKED]


def test_uncertain_entries_of_a_po_file_are_refused(begun: Translation, user: Any) -> None:
    file = file_of(Format.PO, [begun], WORDS).decode()
    fuzzy = file.replace('msgctxt "title"', '#, fuzzy\nmsgctxt "title"')
    assert "fuzzy" in _reasons(formats.read(fuzzy.encode()), user)[HEADLINE]


def test_a_sentence_that_has_changed_since_is_refused(page: ArticlePage, begun: Translation, user: Any) -> None:
    sheets = filled([begun], WORDS)
    page.title = "座谈会又召开"
    published(page)
    submitted(page)
    assert _reasons(sheets, user) == {HEADLINE: "The original has changed since the file was made."}
    _taken(sheets, user)
    assert HEADLINE not in kept(begun)


def test_a_sentence_of_a_block_that_is_gone_is_refused(
    page: ArticlePage, begun: Translation, user: Any
) -> None:
    sheets = filled([begun], WORDS)
    page.body = []
    published(page)
    submitted(page)
    assert set(_reasons(sheets, user)) == {LINKED, "第二段。"}


def test_an_original_that_was_changed_in_the_file_is_refused(begun: Translation, user: Any) -> None:
    sheets = filled([begun], WORDS)
    sheets[0].units[0].source += "！"
    assert "was changed" in _reasons(sheets, user)[f"{HEADLINE}！"]


def test_an_empty_segment_deletes_nothing(begun: Translation, user: Any) -> None:
    _taken(filled([begun], WORDS), user)
    sheets = filled([begun], {HEADLINE: " "})
    assert "translation here stays" in _reasons(sheets, user)[HEADLINE]
    _taken(sheets, user)
    assert kept(begun) == WORDS


def test_a_segment_that_stands_twice_in_a_file_is_taken_once(begun: Translation, user: Any) -> None:
    sheets = filled([begun], WORDS)
    first = sheets[0].units[0]
    sheets[0].units.append(Unit(first.key, first.source, "Another headline"))
    assert _taken(sheets, user).refused == 1
    assert kept(begun)[HEADLINE] == "Symposium held"


def test_every_sentence_without_an_identifier_says_so(begun: Translation, user: Any) -> None:
    content = re.sub(rb' id="[^"]+"', b"", file_of(Format.XLIFF_1, [begun], WORDS))
    reasons = _reasons(formats.read(content), user)
    assert "identifier is missing" in reasons[HEADLINE]
    assert "identifier is missing" in reasons["第二段。"]


@pytest.mark.parametrize("key", ["0b1d5a2e-0000-4000-8000-000000000000", "no key", ""])
def test_a_page_that_is_not_known_is_refused(key: str, begun: Translation, user: Any) -> None:
    sheets = filled([begun], WORDS)
    sheets[0].key = key
    assert set(_reasons(sheets, user)) >= set(WORDS)
    assert "not known here" in _reasons(sheets, user)[HEADLINE]
    _taken(sheets, user)
    assert kept(begun) == {}


def test_a_file_for_another_page_is_refused_in_the_editor(begun: Translation, zh: Tree, user: Any) -> None:
    other = submitted(article(zh.news, "另一篇"))
    assert "another page" in _reasons(filled([begun], WORDS), user, only=other)[HEADLINE]


def test_a_file_in_another_language_is_refused(begun: Translation, user: Any) -> None:
    sheets = filled([begun], WORDS)
    sheets[0].target_language = "fr"
    assert "“fr”" in _reasons(sheets, user)[HEADLINE]
    sheets[0].target_language = "en-GB"
    assert _reasons(sheets, user) == {}


def test_who_may_not_edit_the_page_writes_nothing(begun: Translation, django_user_model: Any) -> None:
    nobody = django_user_model.objects.create_user("nobody")
    assert "may not edit" in _reasons(filled([begun], WORDS), nobody)[HEADLINE]
    _taken(filled([begun], WORDS), nobody)
    assert kept(begun) == {}


def test_newer_words_of_a_colleague_are_not_covered(begun: Translation, user: Any) -> None:
    delivery = taking.receive(filled([begun], WORDS), "file.xlf", user)
    translated(begun, {HEADLINE: "A colleague's headline"})
    assert taking.take(delivery, user).refused == 1
    assert kept(begun)[HEADLINE] == "A colleague's headline"


@pytest.mark.parametrize("form", Format)
def test_what_was_translated_here_after_the_file_was_made_is_warned_of(
    form: str, begun: Translation, user: Any
) -> None:
    old = file_of(form, [begun], WORDS)
    translated(begun, {HEADLINE: "A colleague's headline"})
    assert _warned(formats.read(old), user) == {HEADLINE}
    newer = file_of(form, [begun], WORDS)
    assert _warned(formats.read(newer), user) == set()

    _taken(formats.read(old), user)
    again = WORDS | {HEADLINE: "A symposium is held"}
    assert _warned(filled([begun], again), user) == set()
    for sheet in (sheets := formats.read(old)):
        sheet.units[0].target = "A symposium is held"
    assert _warned(sheets, user) == set()  # what is here came with a file of the user's own


@pytest.mark.parametrize("said", ["", "yesterday", "2026-02-30T10:00:00Z", "2026-02-28T10:00:00", "9" * 99])
def test_a_file_that_does_not_say_when_it_was_made_warns_of_nothing(
    said: str, begun: Translation, user: Any
) -> None:
    translated(begun, {HEADLINE: "A colleague's headline"})
    sheets = filled([begun], WORDS)
    for sheet in sheets:
        sheet.made_at = said
    assert _warned(sheets, user) == set()


def _warned(sheets: list[Sheet], user: Any) -> set[str]:
    found = judge(sheets, user, since=timezone.now())
    return {
        one.unit.source for sheet in found for one in sheet.units if "after the file" in "".join(one.warnings)
    }


def test_a_forbidden_term_is_a_warning_only(begun: Translation, user: Any) -> None:
    term = GlossaryTerm.objects.create(term="座谈会")
    english = Locale.objects.get(language_code="en")
    GlossaryTranslation.objects.create(term=term, locale=english, approved="symposium", forbidden="forum")
    (found,) = judge(filled([begun], {HEADLINE: "Forum held"}), user, since=timezone.now())
    (one,) = [one for one in found.units if one.unit.source == HEADLINE]
    assert one.verdict == Verdict.NEW
    assert "forum" in one.warnings[0]


def test_a_failure_in_the_middle_leaves_nothing(
    begun: Translation, user: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    delivery = taking.receive(filled([begun], WORDS), "file.xlf", user)
    written = taking._write
    count = iter(range(10))

    def fails_at_the_second(*args: Any) -> None:
        if next(count) == 1:
            raise RuntimeError
        written(*args)

    monkeypatch.setattr(taking, "_write", fails_at_the_second)
    with pytest.raises(RuntimeError):
        taking.take(delivery, user)
    delivery.refresh_from_db()
    assert kept(begun) == {}
    assert delivery.taken_at is None


def test_judging_asks_a_bounded_number_of_queries(
    begun: Translation, zh: Tree, user: Any, django_assert_max_num_queries: Any
) -> None:
    others = [submitted(article(zh.news, f"第{number}篇")) for number in range(4)]
    sheets = filled([begun, *others], WORDS)
    with django_assert_max_num_queries(8):
        judge(sheets, user, since=timezone.now())


def test_old_deliveries_are_forgotten(begun: Translation, user: Any) -> None:
    old = taking.receive(filled([begun], WORDS), "old.xlf", user)
    type(old).objects.update(made_at=timezone.now() - taking.KEPT_FOR - datetime.timedelta(days=1))
    taking.receive(filled([begun], WORDS), "new.xlf", user)
    assert list(type(old).objects.values_list("name", flat=True)) == ["new.xlf"]


def test_what_is_taken_down_leaves_the_files_that_came_in_too(
    begun: Translation, page: ArticlePage, zh: Tree, user: Any
) -> None:
    waiting = taking.receive(filled([begun], WORDS), "waiting.xlf", user)
    taken = _taken(filled([begun], WORDS), user)
    other = taking.receive(filled([submitted(article(zh.news, "另一篇"))], {}), "other.xlf", user)
    takedown = take_down(page, by=user, reason="")
    assert list(Delivery.objects.all()) == [other]
    undo(takedown, by=user)
    assert set(Delivery.objects.all()) == {waiting, taken, other}
