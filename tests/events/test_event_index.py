"""The events are listed by what is to come, found by half and year, page by page, whatever is typed."""

import datetime
from typing import Any

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from events.models import EventIndexPage
from tests import reading
from tests.conftest import Tree
from tests.events.conftest import SetClock
from tests.factories import event, image, on_site

pytestmark = pytest.mark.django_db

NOW = on_site(2027, 6, 1, 12)


@pytest.fixture
def listed(events: EventIndexPage, clock: SetClock) -> EventIndexPage:
    """An index of five events about the first of June 2027, written down in the wrong order."""
    event(events, "早过了", starts_at=on_site(2026, 5, 1))
    event(events, "明年", starts_at=on_site(2028, 1, 1))
    event(events, "刚过", starts_at=on_site(2027, 5, 31), is_all_day=True)
    event(events, "下周", starts_at=on_site(2027, 6, 8))
    event(events, "进行中", starts_at=on_site(2027, 5, 30), ends_at=on_site(2027, 6, 2))
    clock(NOW)
    return events


ALL = ["进行中", "下周", "明年", "刚过", "早过了"]


@pytest.mark.parametrize(
    ("params", "found"),
    [
        ({}, ALL),
        ({"when": "upcoming"}, ALL[:3]),
        ({"when": "past"}, ALL[3:]),
        ({"year": "2027"}, ["进行中", "下周", "刚过"]),
        ({"year": "2027", "when": "past"}, ["刚过"]),
        ({"year": "1999"}, []),
        ({"when": "never"}, ALL),
        ({"when": "' OR 1=1 --"}, ALL),
        ({"when": ["past", "upcoming"]}, ALL[:3]),
        ({"year": "0000"}, ALL),
        ({"year": "２０２７"}, ALL),
        ({"year": "-2027"}, ALL),
        ({"year": "9" * 5000}, ALL),
        ({"when": "", "year": ""}, ALL),
    ],
)
def test_the_filters_let_through(
    listed: EventIndexPage, client: Client, params: dict[str, Any], found: list[str]
) -> None:
    assert reading.titles(client, listed.url, **params) == found


def test_what_is_past_stands_under_a_heading_of_its_own(listed: EventIndexPage, client: Client) -> None:
    sections = reading.page(client, listed.url).select("main .section")
    titles = [[title.get_text() for title in section.select("h3")] for section in sections]
    assert titles == [ALL[:3], ALL[3:]]


def test_an_event_goes_over_to_the_past_by_itself(
    listed: EventIndexPage, client: Client, clock: SetClock
) -> None:
    clock(on_site(2027, 6, 2) - datetime.timedelta(seconds=1))
    assert "进行中" in reading.titles(client, listed.url, when="upcoming")
    clock(on_site(2027, 6, 2))
    assert reading.titles(client, listed.url, when="past")[0] == "刚过"
    assert "进行中" not in reading.titles(client, listed.url, when="upcoming")


def test_only_readable_events_are_listed(
    events: EventIndexPage, english_events: EventIndexPage, en: Tree, client: Client
) -> None:
    event(events, "可读").copy_for_translation(en.locale, alias=True)
    event(events, "撤下").unpublish()
    hidden = event(events, "内部")
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    assert reading.titles(client, events.url) == ["可读"]
    assert reading.titles(client, english_events.url) == []


def test_the_years_are_offered_that_there_are(listed: EventIndexPage, client: Client) -> None:
    offered = reading.links(client, listed.url, when="past", page=2)
    assert [words for words in offered if words.isdigit()] == ["2028", "2027", "2026"]
    assert offered["2026"] == "?when=past&year=2026"


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("1", ALL[:2]),
        ("2", ALL[2:4]),
        ("3", ALL[4:]),
        ("9", ALL[4:]),
        ("99999999999", ALL[:2]),
        ("-1", ALL[:2]),
        ("abc", ALL[:2]),
        ("", ALL[:2]),
    ],
)
def test_any_page_number_shows_events(
    listed: EventIndexPage, client: Client, monkeypatch: pytest.MonkeyPatch, asked: str, found: list[str]
) -> None:
    monkeypatch.setattr(EventIndexPage, "PER_PAGE", 2)
    assert reading.titles(client, listed.url, page=asked) == found


def test_an_index_without_events_is_a_page(events: EventIndexPage, client: Client) -> None:
    assert reading.titles(client, events.url) == []


def test_a_longer_list_costs_no_more_queries(events: EventIndexPage, client: Client) -> None:
    fields: dict[str, Any] = {"lead_image": image(), "lead_image_alt": "会场"}
    event(events, "甲", **fields)
    event(events, "乙", starts_at=on_site(2020, 1, 1), **fields)
    few = reading.queries(client, events.url)
    for number in range(8):
        event(events, f"第{number}场", **fields)
    many = reading.queries(client, events.url)
    assert len(few) == len(many), set(many) - set(few)
    assert len(few) < 30
