"""How editors teach the search: synonyms, promoted results, pinyin phrases."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Page, PageViewRestriction
from wagtail_localize.models import LocaleSynchronization

from designcity.pinyin import PinyinPhrase
from news.models import ArticlePage
from search.models import PendingUpdate, PromotedResult, SynonymGroup
from tests.admin.desk import rows, speak
from tests.conftest import Tree
from tests.factories import article

pytestmark = pytest.mark.django_db

SYNONYMS, PROMOTED, PINYIN = (f"search_{name}" for name in ("synonyms", "promoted", "pinyin"))


@pytest.fixture(autouse=True)
def _in_english(editor: Client) -> None:
    speak("en")


def _add(editor: Client, namespace: str, **fields: Any) -> dict[str, list[str]]:
    """Send the form of a new entry; return what is said to be wrong, by field."""
    response: Any = editor.post(reverse(f"{namespace}:add"), fields)
    if response.status_code == 302:
        return {}
    with override("en"):
        return {name: list(map(str, said)) for name, said in response.context["form"].errors.items()}


def _synonyms(editor: Client, words: str, language: str = "zh-hans") -> dict[str, list[str]]:
    return _add(editor, SYNONYMS, words=words, language_code=language, note="")


def _promoted(editor: Client, page: Page, queries: str, language: str = "zh-hans") -> dict[str, list[str]]:
    fields = {"queries": queries, "page": str(page.pk), "description": "", "sort_order": "0"}
    return _add(editor, PROMOTED, language_code=language, **fields)


def test_a_group_of_synonyms_is_kept(zh: Tree, editor: Client) -> None:
    assert _synonyms(editor, "地铁\n轨道交通\n", language="") == {}
    assert SynonymGroup.objects.get().as_list() == ["地铁", "轨道交通"]


@pytest.mark.parametrize("words", ["地铁", "地铁\n地 铁", "Metro\nmetro\n", "，\n地铁"])
def test_a_group_needs_two_different_words(zh: Tree, editor: Client, words: str) -> None:
    assert "at least two different words" in _synonyms(editor, words)["words"][0]


@pytest.mark.parametrize(
    ("before", "now", "is_taken"),
    [
        ("zh-hans", "zh-hans", True),
        ("", "zh-hans", True),
        ("en", "", True),
        ("en", "zh-hans", False),
    ],
)
def test_a_word_stands_in_one_group_of_a_language(
    zh: Tree, editor: Client, before: str, now: str, is_taken: bool
) -> None:
    SynonymGroup.objects.create(words="METRO\n轨道交通", language_code=before)
    errors = _synonyms(editor, "地铁\nmetro", language=now)
    assert bool(errors) == is_taken
    if is_taken:
        assert "“metro” already stands in the group “METRO = 轨道交通”" in errors["words"][0]


def test_a_group_is_no_hindrance_to_itself(zh: Tree, editor: Client) -> None:
    group = SynonymGroup.objects.create(words="地铁\n轨道交通")
    sent = {"words": "地铁\n轨道交通\nmetro", "language_code": "", "note": ""}
    assert editor.post(reverse(f"{SYNONYMS}:edit", args=[group.pk]), sent).status_code == 302
    group.refresh_from_db()
    assert group.as_list() == ["地铁", "轨道交通", "metro"]


def test_the_language_is_one_of_the_sites(zh: Tree, editor: Client) -> None:
    assert "language_code" in _synonyms(editor, "地铁\n轨道交通", language="xx")
    assert "language_code" in _promoted(editor, zh.news, "新闻", language="")


def test_the_groups_that_count_in_a_language_are_listed_together(zh: Tree, editor: Client) -> None:
    for words, language in (("甲\n乙", "zh-hans"), ("a\nb", "en"), ("丙\nc", "")):
        SynonymGroup.objects.create(words=words, language_code=language)
    address = reverse(f"{SYNONYMS}:list")
    assert sorted(row[0].split()[0] for row in rows(editor, address, language_code="en")) == ["a", "丙"]
    assert len(rows(editor, address)) == 3
    assert len(rows(editor, address, q="乙")) == 1


def test_a_page_is_promoted_and_each_query_is_kept_once(zh: Tree, editor: Client) -> None:
    assert _promoted(editor, zh.news, "新闻\n\n 新 闻 \nNews") == {}
    assert PromotedResult.objects.get().as_list() == ["新 闻", "News"]


@pytest.mark.parametrize("queries", ["", "，。", "长" * 121])
def test_a_query_that_nobody_can_type_is_refused(zh: Tree, editor: Client, queries: str) -> None:
    assert "queries" in _promoted(editor, zh.news, queries)


def test_a_page_that_readers_would_not_see_is_not_promoted(zh: Tree, en: Tree, editor: Client) -> None:
    draft, secret = article(zh.news, "草稿"), article(zh.news, "内部")
    draft.unpublish()
    PageViewRestriction.objects.create(page=secret, restriction_type=PageViewRestriction.LOGIN)
    article(zh.news, "座谈会")
    LocaleSynchronization.objects.create(locale=en.locale, sync_from=zh.locale)
    placeholder = ArticlePage.objects.get(locale=en.locale, title="座谈会")
    said = {
        "another language": _promoted(editor, en.news, "新闻"),
        "not published": _promoted(editor, draft, "新闻"),
        "private": _promoted(editor, secret, "新闻"),
        "not translated": _promoted(editor, placeholder, "news", language="en"),
    }
    assert all(words in errors["page"][0] for words, errors in said.items())
    assert not PromotedResult.objects.exists()


def test_the_list_says_which_promoted_page_is_not_shown(zh: Tree, editor: Client) -> None:
    page = article(zh.news, "座谈会")
    PromotedResult.objects.create(language_code="zh-hans", queries="会议", page=page)
    [shown] = rows(editor, reverse(f"{PROMOTED}:list"))
    page.unpublish()
    [hidden] = rows(editor, reverse(f"{PROMOTED}:list"))
    assert shown[3] == "Shown"
    assert "not published" in hidden[3]


def test_promoted_results_are_listed_by_language_and_sought_by_query_and_page(zh: Tree, editor: Client) -> None:
    PromotedResult.objects.create(language_code="zh-hans", queries="会议", page=zh.news)
    PromotedResult.objects.create(language_code="en", queries="meeting", page=zh.directory)
    address = reverse(f"{PROMOTED}:list")
    assert len(rows(editor, address, language_code="en")) == 1
    assert len(rows(editor, address, q="会议")) == 1
    assert len(rows(editor, address, q="机构")) == 1


def test_the_lists_cost_as_many_queries_however_long_they_are(
    zh: Tree, editor: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(40):
        PromotedResult.objects.create(language_code="zh-hans", queries=f"词{number}", page=zh.news)
        SynonymGroup.objects.create(words=f"词{number}\n字{number}")
        PinyinPhrase.objects.create(phrase=chr(0x4E00 + number), reading="yi")
    for namespace in (PROMOTED, SYNONYMS, PINYIN):
        address = reverse(f"{namespace}:list")
        editor.get(address)
        with django_assert_max_num_queries(20):
            editor.get(address)


def test_an_empty_reading_is_filled_in(zh: Tree, editor: Client) -> None:
    assert _add(editor, PINYIN, phrase="设计之都", reading="") == {}
    assert PinyinPhrase.objects.get().reading == "she ji zhi du"


def test_a_reading_that_does_not_fit_is_said_to(zh: Tree, editor: Client) -> None:
    assert "4 characters" in _add(editor, PINYIN, phrase="设计之都", reading="she ji")["reading"][0]
    assert "phrase" in _add(editor, PINYIN, phrase="Design", reading="")


def test_existing_pages_follow_a_phrase(zh: Tree, editor: Client) -> None:
    page = article(zh.news, "重庆设计周")
    PendingUpdate.objects.all().delete()
    _add(editor, PINYIN, phrase="重庆", reading="chong qing")
    assert PendingUpdate.objects.filter(page_id=page.pk).exists()
