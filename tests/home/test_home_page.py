"""The home page is composed of sections, and each finds what the reader's language has."""

from typing import Any

import pytest
from django.test import Client

from tests import reading
from tests.conftest import Tree
from tests.factories import article, campaign, institution, published
from tests.home.sections.composing import composed, html

pytestmark = pytest.mark.django_db


def test_a_home_page_without_sections_is_a_page(zh: Tree, en: Tree, client: Client) -> None:
    assert "设计之都" in html(client, "/zh-hans/")
    assert "City of Design" in html(client, "/en/")


@pytest.mark.parametrize(
    ("section", "value"),
    [
        ("lead_story", {"page": None}),
        ("campaign_focus", {"title": "重点", "page": None}),
        ("latest_news", {"title": "最新", "count": 6}),
        ("institutions_focus", {"title": "机构", "pages": []}),
        ("upcoming", {"title": "近期", "count": 3}),
    ],
)
def test_a_section_with_nothing_to_show_is_left_out(
    zh: Tree, client: Client, section: str, value: dict[str, Any]
) -> None:
    composed(zh, (section, value))
    shown = html(client, "/zh-hans/")
    assert "<h2" not in shown.partition("<main")[2].partition("</main>")[0]


def test_chosen_pages_are_shown_in_the_readers_language(zh: Tree, en: Tree, client: Client) -> None:
    chosen = [
        article(zh.news, "座谈会"),
        campaign(zh.campaigns, "创建行动"),
        institution(zh.directory, "示例图书馆"),
    ]
    for page, title in zip(chosen, ["Symposium", "The campaign", "Sample library"], strict=True):
        translation = page.copy_for_translation(en.locale)
        translation.title = title
        published(translation)
    story, plan, library = chosen
    composed(
        en,
        ("lead_story", {"page": story}),
        ("campaign_focus", {"title": "", "page": plan}),
        ("institutions_focus", {"title": "", "pages": [library]}),
        ("news_cards", {"title": "", "pages": [story]}),
    )
    shown = html(client, "/en/")
    assert shown.count(">Symposium</a>") == 2
    assert ">The campaign</a>" in shown
    assert ">Sample library</a>" in shown
    assert "示例图书馆" not in shown


def test_a_home_page_of_many_articles_costs_no_more_queries(zh: Tree, client: Client) -> None:
    article(zh.news, "第一条")
    composed(zh, ("lead_story", {"page": None}), ("latest_news", {"title": "", "count": 12}))
    few = reading.queries(client, zh.home.url)
    for number in range(11):
        article(zh.news, f"消息 {number}")
    assert len(reading.queries(client, zh.home.url)) == len(few)
    assert len(few) < 30
