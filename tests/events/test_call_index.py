"""Open calls come first, then those to come, then the closed ones, as of now."""

from typing import Any

import pytest
from django.test import Client

from events.models import CallIndexPage
from tests import reading
from tests.conftest import Tree
from tests.events.conftest import SetClock
from tests.factories import call, image, on_site

pytestmark = pytest.mark.django_db


@pytest.fixture
def listed(calls: CallIndexPage, clock: SetClock) -> CallIndexPage:
    """An index of six calls about June 2027, written down in the wrong order."""
    for title, opens_at, closes_at in (
        ("早截止", on_site(2025, 1, 1), on_site(2026, 1, 1)),
        ("晚开始", on_site(2028, 1, 1), on_site(2028, 2, 1)),
        ("晚截止", on_site(2027, 1, 1), on_site(2027, 12, 1)),
        ("刚截止", on_site(2027, 1, 1), on_site(2027, 6, 1)),
        ("先开始", on_site(2027, 7, 1), on_site(2029, 1, 1)),
        ("先截止", on_site(2027, 5, 1), on_site(2027, 6, 15)),
    ):
        call(calls, title, opens_at=opens_at, closes_at=closes_at)
    clock(on_site(2027, 6, 1))
    return calls


ALL = ["先截止", "晚截止", "先开始", "晚开始", "刚截止", "早截止"]


@pytest.mark.parametrize(
    ("params", "found"),
    [
        ({}, ALL),
        ({"state": "open"}, ALL[:2]),
        ({"state": "coming"}, ALL[2:4]),
        ({"state": "closed"}, ALL[4:]),
        ({"state": "nothing"}, ALL),
        ({"state": ["open", "closed"]}, ALL[4:]),
        ({"state": "' OR 1=1 --", "page": "-3"}, ALL),
        ({"state": "OPEN"}, ALL),
    ],
)
def test_the_states_let_through(
    listed: CallIndexPage, client: Client, params: dict[str, Any], found: list[str]
) -> None:
    assert reading.titles(client, listed.url, **params) == found


def test_each_state_stands_under_a_heading_of_its_own(listed: CallIndexPage, client: Client) -> None:
    sections = reading.page(client, listed.url).select("main .section")
    titles = [[title.get_text() for title in section.select("h3")] for section in sections]
    assert titles == [ALL[:2], ALL[2:4], ALL[4:]]


@pytest.mark.parametrize(("asked", "found"), [("1", ALL[:4]), ("2", ALL[4:]), ("7", ALL[4:]), ("x", ALL[:4])])
def test_any_page_number_shows_calls(
    listed: CallIndexPage, client: Client, monkeypatch: pytest.MonkeyPatch, asked: str, found: list[str]
) -> None:
    monkeypatch.setattr(CallIndexPage, "PER_PAGE", 4)
    assert reading.titles(client, listed.url, page=asked) == found


def test_a_placeholder_is_not_listed(
    calls: CallIndexPage, english_calls: CallIndexPage, en: Tree, client: Client
) -> None:
    call(calls).copy_for_translation(en.locale, alias=True)
    assert reading.titles(client, english_calls.url) == []


def test_a_longer_list_costs_no_more_queries(calls: CallIndexPage, client: Client) -> None:
    fields: dict[str, Any] = {"lead_image": image(), "lead_image_alt": "椅子"}
    call(calls, "甲", **fields)
    call(calls, "乙", closes_at=on_site(2021, 1, 1), **fields)
    few = reading.queries(client, calls.url)
    for number in range(8):
        call(calls, f"第{number}次", **fields)
    many = reading.queries(client, calls.url)
    assert len(few) == len(many), set(many) - set(few)
    assert len(few) < 30
