"""Events and calls that are to come, by the clock of who reads."""

import pytest
from django.test import Client
from django.utils import timezone

from tests import reading
from tests.conftest import Tree
from tests.factories import call, call_index, event, event_index, on_site
from tests.home.sections.composing import composed

pytestmark = pytest.mark.django_db


def test_what_comes_next_is_worked_out_when_the_page_is_read(
    zh: Tree, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    events, calls = event_index(zh.home), call_index(zh.home)
    for month in (3, 2, 1):
        event(events, f"{month} 月的论坛", starts_at=on_site(2027, month, 1))
    call(calls, "晚截止的征集", opens_at=on_site(2027, 1, 10), closes_at=on_site(2027, 12, 1))
    call(calls, "先截止的征集", opens_at=on_site(2027, 1, 1), closes_at=on_site(2027, 1, 20))
    composed(zh, ("upcoming", {"title": "近期", "count": 2}))

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
    composed(zh, ("upcoming", {"title": "", "count": 12}))
    few = reading.queries(client, zh.home.url)
    for number in range(6):
        event(events, f"论坛 {number}")
        call(calls, f"征集 {number}")
    assert len(reading.queries(client, zh.home.url)) == len(few)
    assert len(few) < 30
