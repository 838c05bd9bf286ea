"""Articles as cards: those that an editor chose, else the newest that the rule lets through."""

import datetime
from typing import Any

import pytest
from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from news.models import ArticlePage, ArticleTag, Category, Tag
from tests.blocks.rendering import refused, rendered, searched
from tests.conftest import Tree
from tests.factories import article, image, published, term

pytestmark = pytest.mark.django_db

RULE: dict[str, Any] = {"title": "", "pages": [], "category": None, "tag": None, "count": 3}


@pytest.fixture(autouse=True)
def _in_chinese() -> Any:
    with translation.override("zh-hans"):
        yield


def titles(**parts: Any) -> list[str]:
    return [card.get_text(strip=True) for card in rendered("news_cards", RULE | parts).select("h3")]


@pytest.fixture
def news(zh: Tree) -> dict[str, Any]:
    """Four articles, a day between each; the second is filed under 政策 and the third is tagged 手工."""
    policy = term(Category, "政策", slug="policy", locale=zh.locale)
    craft = term(Tag, "手工", slug="craft", locale=zh.locale)
    days = [datetime.date(2026, 1, number) for number in (1, 2, 3, 4)]
    pages = [article(zh.news, f"第{day.day}条", display_date=day) for day in days]
    pages[1].category = policy
    published(pages[1])
    published(pages[2], article_tags=[ArticleTag(tag=craft)])
    return {"pages": pages, "policy": policy, "craft": craft}


def test_the_rule_shows_the_newest_as_many_as_wanted(news: dict[str, Any]) -> None:
    assert titles() == ["第4条", "第3条", "第2条"]
    assert titles(count=1) == ["第4条"]


def test_the_rule_keeps_to_a_category_or_a_tag(news: dict[str, Any]) -> None:
    assert titles(category=news["policy"]) == ["第2条"]
    assert titles(tag=news["craft"]) == ["第3条"]
    assert titles(category=news["policy"], tag=news["craft"]) == []


def test_those_chosen_by_hand_stand_in_their_order_and_the_rule_is_silent(news: dict[str, Any]) -> None:
    first, second, *_ = news["pages"]
    assert titles(pages=[second, first], tag=news["craft"]) == ["第2条", "第1条"]


def test_chosen_pages_that_are_gone_are_not_replaced_by_others(news: dict[str, Any]) -> None:
    assert titles(pages=[None]) == []


def test_what_was_taken_down_is_not_shown(news: dict[str, Any]) -> None:
    news["pages"][3].unpublish()
    assert titles(count=1) == ["第3条"]


def test_a_placeholder_is_never_shown_and_a_term_counts_in_every_language(
    news: dict[str, Any], en: Tree
) -> None:
    policy = news["policy"].copy_for_translation(en.locale)
    policy.name = "Policy"
    policy.save()
    news["pages"][3].copy_for_translation(en.locale, alias=True)
    article(en.news, "A new policy", category=policy)
    with translation.override("en"):
        assert titles() == ["A new policy"]
        assert titles(category=news["policy"]) == ["A new policy"]


def test_nothing_to_show_leaves_no_heading(zh: Tree) -> None:
    assert rendered("news_cards", RULE | {"title": "新闻"}).get_text(strip=True) == ""


def test_cards_without_a_title_stand_under_a_heading_for_screen_readers(news: dict[str, Any]) -> None:
    assert len(rendered("news_cards", RULE).select("h2.visually-hidden")) == 1
    assert rendered("news_cards", RULE | {"title": "新近"}).select("h2")[0].get_text() == "新近"


def test_more_cards_cost_no_more_queries(
    news: dict[str, Any], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    ArticlePage.objects.update(lead_image=image(), category=news["policy"])
    for count in (4, 4, 1):
        titles(count=count)
    for count in (1, 4):
        with django_assert_num_queries(
            7
        ):  # locale, restrictions, articles, categories, pictures, sizes, the site
            titles(count=count)


@pytest.mark.parametrize("count", [0, 13, None])
def test_a_number_that_makes_no_sense_is_refused(count: int | None) -> None:
    assert refused("news_cards", RULE | {"count": count}) == ["count"]


def test_only_its_title_is_searched(news: dict[str, Any]) -> None:
    assert searched("news_cards", RULE | {"title": "新闻", "category": news["policy"]}) == ["新闻"]
