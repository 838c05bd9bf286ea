"""What goes into a file: one page, a section, or all that is unfinished, up to date with its originals."""

from typing import Any

import pytest
from wagtail_localize.models import LocaleSynchronization, Translation

from news.models import ArticlePage, Category
from tests.conftest import Tree
from tests.factories import administrator, article, category, published
from tests.translation.desk.headlines import submitted, translated
from tests.translation.files.conftest import LINKED
from translating.files.choosing import Scope, chosen, pairs
from translating.files.gathering import sheets_of
from translating.glossary.models import GlossaryTerm, GlossaryTranslation

pytestmark = pytest.mark.django_db


@pytest.fixture
def user(db: None) -> Any:
    """Somebody who may do everything."""
    return administrator()


def _titles(found: list[Translation]) -> set[str]:
    return {one.source.object_repr for one in found}


def test_a_sheet_holds_every_sentence_with_its_place_and_its_terms(begun: Translation, en: Tree) -> None:
    term = GlossaryTerm.objects.create(term="座谈会")
    GlossaryTranslation.objects.create(term=term, locale=en.locale, approved="symposium")
    translated(begun, {"第二段。": "Second."})
    (sheet,) = sheets_of([begun])
    assert [(one.source, one.target) for one in sheet.units if one.path != "slug"] == [
        ("座谈会召开", ""),
        (LINKED, ""),
        ("第二段。", "Second."),
    ]
    title = sheet.units[0]
    assert (title.most, title.notes) == (255, ["Title", "座谈会 → symposium"])
    assert sheet.units[-1].notes[0].startswith("Text")


def test_a_sheet_can_hold_only_what_is_open(begun: Translation) -> None:
    translated(begun, {"第二段。": "Second."})
    (sheet,) = sheets_of([begun], only_open=True)
    assert "第二段。" not in {one.source for one in sheet.units}


def test_one_page_is_chosen_in_either_language(begun: Translation, zh: Tree, en: Tree, user: Any) -> None:
    submitted(article(zh.news, "另一篇"))
    original = ArticlePage.objects.get(title="座谈会召开", locale=zh.locale)
    for page in (original, original.get_translation(en.locale)):
        assert _titles(chosen(user, zh.locale, en.locale, Scope.PAGE, page)) == {"座谈会召开"}


def test_a_section_is_a_page_and_all_below_it(begun: Translation, zh: Tree, en: Tree, user: Any) -> None:
    submitted(article(zh.news, "另一篇"))
    submitted(zh.directory)
    found = chosen(user, zh.locale, en.locale, Scope.SECTION, zh.news)
    assert _titles(found) == {"座谈会召开", "另一篇"}


def test_all_is_what_is_unfinished_or_out_of_date(zh: Tree, en: Tree, user: Any) -> None:
    done, behind = article(zh.news, "甲", slug="jia"), article(zh.news, "乙", slug="yi")
    for page in (done, behind):
        translated(submitted(page), {page.title: "Done", page.slug: "done"})
    submitted(category("政策", locale=zh.locale))
    behind.title = "乙改过"
    published(behind)
    found = chosen(user, zh.locale, en.locale, Scope.ALL)
    assert _titles(found) == {"乙改过", "政策"}
    units = [one.source for one in sheets_of(found)[0].units]
    assert "乙改过" in units
    assert Category.objects.count() == 2


def test_pages_that_nobody_has_begun_come_along_and_stay_placeholders(zh: Tree, en: Tree, user: Any) -> None:
    article(zh.news, "没人翻译过")
    LocaleSynchronization.objects.create(locale=en.locale, sync_from=zh.locale)
    assert "没人翻译过" in _titles(chosen(user, zh.locale, en.locale, Scope.ALL))
    assert ArticlePage.objects.get(locale=en.locale).is_untranslated


def test_who_may_not_edit_a_page_does_not_get_it(
    begun: Translation, zh: Tree, en: Tree, django_user_model: Any
) -> None:
    assert chosen(django_user_model.objects.create_user("nobody"), zh.locale, en.locale, Scope.ALL) == []


def test_the_site_translates_from_its_own_language_first(zh: Tree, en: Tree) -> None:
    assert [(one.language_code, other.language_code) for one, other in pairs()] == [("zh-hans", "en")]
