"""The home page is composed of sections, and each finds what the reader's language has."""

import datetime
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests import reading
from tests.conftest import Tree
from tests.factories import (
    article,
    call,
    call_index,
    campaign,
    event,
    event_index,
    institution,
    on_site,
    published,
)

pytestmark = pytest.mark.django_db


def _home(tree: Tree, *sections: tuple[str, dict[str, Any]]) -> None:
    tree.home.sections = list(sections)
    published(tree.home)


def _html(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_a_home_page_without_sections_is_a_page(zh: Tree, en: Tree, client: Client) -> None:
    assert "设计之都" in _html(client, "/zh-hans/")
    assert "City of Design" in _html(client, "/en/")


def test_the_lead_story_is_the_newest_article_unless_one_is_chosen(zh: Tree, client: Client) -> None:
    old = article(zh.news, "旧闻", display_date=datetime.date(2025, 1, 1))
    article(zh.news, "新近的事", display_date=datetime.date(2026, 1, 1))
    _home(zh, ("lead_story", {"page": None}))
    html = _html(client, "/zh-hans/")
    assert "新近的事" in html
    assert "旧闻" not in html
    _home(zh, ("lead_story", {"page": old}))
    html = _html(client, "/zh-hans/")
    assert "旧闻" in html
    assert "新近的事" not in html


def test_a_lead_story_that_was_taken_down_gives_way_to_the_newest(zh: Tree, client: Client) -> None:
    article(zh.news, "新近的事")
    chosen = article(zh.news, "撤下的事")
    _home(zh, ("lead_story", {"page": chosen}))
    chosen.unpublish()
    html = _html(client, "/zh-hans/")
    assert "新近的事" in html
    assert "撤下的事" not in html


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
    _home(zh, (section, value))
    html = _html(client, "/zh-hans/")
    assert "<h2" not in html.partition("<main")[2].partition("</main>")[0]


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
    _home(
        en,
        ("lead_story", {"page": story}),
        ("campaign_focus", {"title": "", "page": plan}),
        ("institutions_focus", {"title": "", "pages": [library]}),
        ("news_cards", {"title": "", "pages": [story]}),
    )
    html = _html(client, "/en/")
    assert html.count(">Symposium</a>") == 2
    assert ">The campaign</a>" in html
    assert ">Sample library</a>" in html
    assert "示例图书馆" not in html


def test_a_chosen_institution_without_translation_is_not_shown_in_english(
    zh: Tree, en: Tree, client: Client
) -> None:
    chosen = institution(zh.directory, "示例图书馆")
    _home(en, ("institutions_focus", {"title": "", "pages": [chosen]}))
    assert "示例图书馆" not in _html(client, "/en/")


def test_the_latest_news_are_those_of_the_language_and_as_many_as_wanted(
    zh: Tree, en: Tree, client: Client
) -> None:
    for number in range(5):
        article(en.news, f"Item {number}", display_date=datetime.date(2026, 1, 1 + number))
    article(zh.news, "中文消息", display_date=datetime.date(2026, 2, 1))
    _home(en, ("latest_news", {"title": "What is new", "count": 3}))
    html = _html(client, "/en/")
    assert [f"Item {number}" in html for number in range(5)] == [False, False, True, True, True]
    assert "中文消息" not in html
    assert "What is new" in html


def test_the_campaign_in_focus_is_the_latest_unless_one_is_chosen(zh: Tree, client: Client) -> None:
    campaign(zh.campaigns, "早先的行动", starts_on=datetime.date(2024, 1, 1))
    campaign(zh.campaigns, "近来的行动", starts_on=datetime.date(2025, 1, 1))
    _home(zh, ("campaign_focus", {"title": "", "page": None}))
    html = _html(client, "/zh-hans/")
    assert "近来的行动" in html
    assert "早先的行动" not in html


def test_what_comes_next_is_worked_out_when_the_page_is_read(
    zh: Tree, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    events, calls = event_index(zh.home), call_index(zh.home)
    for month in (3, 2, 1):
        event(events, f"{month} 月的论坛", starts_at=on_site(2027, month, 1))
    call(calls, "晚截止的征集", opens_at=on_site(2027, 1, 10), closes_at=on_site(2027, 12, 1))
    call(calls, "先截止的征集", opens_at=on_site(2027, 1, 1), closes_at=on_site(2027, 1, 20))
    _home(zh, ("upcoming", {"title": "近期", "count": 2}))

    def shown(day: int) -> list[str]:
        monkeypatch.setattr(timezone, "now", lambda: on_site(2027, 1, day))
        return reading.titles(client, zh.home.url)

    assert shown(1) == ["1 月的论坛", "2 月的论坛", "先截止的征集"]
    assert shown(10) == ["2 月的论坛", "3 月的论坛", "先截止的征集", "晚截止的征集"]
    assert shown(20) == ["2 月的论坛", "3 月的论坛", "晚截止的征集"]
    links = reading.links(client, zh.home.url)
    assert (links["活动"], links["征集"]) == (events.url, calls.url)


def test_what_comes_next_costs_the_same_however_much_it_is(zh: Tree, client: Client) -> None:
    events, calls = event_index(zh.home), call_index(zh.home)
    event(events, "论坛")
    call(calls, "征集")
    _home(zh, ("upcoming", {"title": "", "count": 12}))
    few = reading.queries(client, zh.home.url)
    for number in range(6):
        event(events, f"论坛 {number}")
        call(calls, f"征集 {number}")
    assert len(reading.queries(client, zh.home.url)) == len(few)
    assert len(few) < 30


def test_a_home_page_of_many_articles_costs_no_more_queries(zh: Tree, client: Client) -> None:
    article(zh.news, "第一条")
    _home(zh, ("lead_story", {"page": None}), ("latest_news", {"title": "", "count": 12}))
    few = reading.queries(client, zh.home.url)
    for number in range(11):
        article(zh.news, f"消息 {number}")
    assert len(reading.queries(client, zh.home.url)) == len(few)
    assert len(few) < 30
