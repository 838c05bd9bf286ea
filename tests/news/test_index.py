"""The news are found by category, tag and year, page by page, whatever is typed into the address."""

import datetime
from typing import Any

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from news.models import ArticleTag, NewsIndexPage, Tag
from tests import reading
from tests.conftest import Tree
from tests.factories import article, category, image, published, term

pytestmark = pytest.mark.django_db


def _day(year: int, day: int = 1) -> datetime.date:
    return datetime.date(year, 1, day)


def _some_news(tree: Tree) -> None:
    policy, events = (category(name, slug=slug) for name, slug in (("政策", "policy"), ("活动", "events")))
    tag = term(Tag, "工业设计", slug="industry", locale=tree.locale)
    article(tree.news, "甲", display_date=_day(2025), category=policy)
    tagged = article(tree.news, "乙", display_date=_day(2025, 2), category=events)
    published(tagged, article_tags=[ArticleTag(tag=tag)])
    article(tree.news, "丙", display_date=_day(2026), category=policy)


@pytest.mark.parametrize(
    ("params", "found"),
    [
        ({}, ["丙", "乙", "甲"]),
        ({"category": "policy"}, ["丙", "甲"]),
        ({"tag": "industry"}, ["乙"]),
        ({"year": "2025"}, ["乙", "甲"]),
        ({"category": "policy", "year": "2025"}, ["甲"]),
        ({"category": "policy", "tag": "industry"}, []),
        ({"category": "", "tag": "", "year": ""}, ["丙", "乙", "甲"]),
        ({"category": "nothing"}, []),
        ({"tag": "' OR 1=1 --"}, []),
        ({"category": "政策"}, []),
        ({"year": "1999"}, []),
        ({"year": "0000"}, ["丙", "乙", "甲"]),
        ({"year": "２０２５"}, ["丙", "乙", "甲"]),
        ({"year": "-2025"}, ["丙", "乙", "甲"]),
        ({"year": "2025-01"}, ["丙", "乙", "甲"]),
        ({"year": "9" * 5000}, ["丙", "乙", "甲"]),
        ({"category": ["policy", "events"]}, ["乙"]),
    ],
)
def test_the_filters_let_through(zh: Tree, client: Client, params: dict[str, Any], found: list[str]) -> None:
    _some_news(zh)
    assert reading.titles(client, zh.news.url, **params) == found


def test_only_readable_articles_are_listed(zh: Tree, en: Tree, client: Client) -> None:
    article(zh.news, "可读")
    article(zh.news, "撤下").unpublish()
    hidden = article(zh.news, "内部")
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    article(zh.news, "可读").copy_for_translation(en.locale, alias=True)
    assert reading.titles(client, zh.news.url) == ["可读", "可读"]
    assert reading.titles(client, en.news.url) == []


def test_the_filters_offered_are_the_languages_own(zh: Tree, en: Tree, client: Client) -> None:
    original = category("政策", slug="policy", locale=zh.locale)
    translation = original.copy_for_translation(en.locale)
    translation.name = "Policy"
    translation.save()
    article(en.news, "A", category=translation, display_date=_day(2025))
    article(en.news, "B", display_date=_day(2024))
    offered = reading.links(client, en.news.url)
    assert offered["Policy"] == "?category=policy"
    assert (offered["2025"], offered["2024"]) == ("?year=2025", "?year=2024")
    assert "政策" not in offered


def test_choosing_another_filter_keeps_the_first_and_starts_at_the_first_page(zh: Tree, client: Client) -> None:
    _some_news(zh)
    offered = reading.links(client, zh.news.url, category="policy", page=3)
    assert offered["2025"] == "?category=policy&year=2025"


@pytest.fixture
def long_list(zh: Tree, monkeypatch: pytest.MonkeyPatch) -> NewsIndexPage:
    """An index of five articles, two on a page."""
    monkeypatch.setattr(NewsIndexPage, "PER_PAGE", 2)
    for number in range(1, 6):
        article(zh.news, f"第{number}条", display_date=_day(2026, number))
    return zh.news


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("1", ["第5条", "第4条"]),
        ("2", ["第3条", "第2条"]),
        ("3", ["第1条"]),
        ("4", ["第1条"]),
        ("99999999999", ["第5条", "第4条"]),
        ("-1", ["第5条", "第4条"]),
        ("0", ["第5条", "第4条"]),
        ("abc", ["第5条", "第4条"]),
        ("", ["第5条", "第4条"]),
    ],
)
def test_any_page_number_shows_articles(
    long_list: NewsIndexPage, client: Client, asked: str, found: list[str]
) -> None:
    assert reading.titles(client, long_list.url, page=asked) == found


def test_the_pages_lead_to_each_other(long_list: NewsIndexPage, client: Client) -> None:
    soup = reading.page(client, long_list.url, page=2, year=2026)
    assert reading.one(soup, "a[rel=prev]")["href"] == "?year=2026&page=1"
    assert reading.one(soup, "a[rel=next]")["href"] == "?year=2026&page=3"
    assert reading.one(soup, 'nav [aria-current="page"]').get_text() == "2"
    assert str(reading.one(soup, "link[rel=canonical]")["href"]).endswith("/zh-hans/news/?page=2")


def test_a_longer_list_costs_no_more_queries(zh: Tree, client: Client) -> None:
    filed, picture = category("政策"), image()
    fields: dict[str, Any] = {"category": filed, "lead_image": picture, "lead_image_alt": "桌子"}
    article(zh.news, "甲", **fields)
    few = reading.queries(client, zh.news.url)
    for number in range(8):
        article(zh.news, f"第{number}条", **fields)
    many = reading.queries(client, zh.news.url)
    assert len(few) == len(many), set(many) - set(few)
    assert len(few) < 30
