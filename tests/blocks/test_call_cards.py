"""Calls for entries as cards: those that an editor chose, else those that are open or to come."""

import datetime
from collections.abc import Iterator
from typing import Any

import pytest
from django.utils import timezone, translation

from tests.blocks.rendering import refused, rendered, searched
from tests.conftest import Tree
from tests.factories import call, call_index

pytestmark = pytest.mark.django_db

RULE: dict[str, Any] = {"title": "", "pages": [], "rule": "current", "count": 12}


@pytest.fixture(autouse=True)
def _in_chinese() -> Iterator[None]:
    with translation.override("zh-hans"):
        yield


def titles(**parts: Any) -> list[str]:
    return [card.get_text(strip=True) for card in rendered("call_cards", RULE | parts).select("h3")]


@pytest.fixture
def _calls(zh: Tree) -> None:
    """Calls that are closed, close tomorrow, close later, and open tomorrow."""
    now, day = timezone.now(), datetime.timedelta(days=1)
    for title, opens, closes in (("截止了", -9, -1), ("不急", -9, 30), ("快截止", -9, 1), ("明天开始", 1, 9)):
        call(call_index(zh.home), title, opens_at=now + opens * day, closes_at=now + closes * day)


@pytest.mark.usefixtures("_calls")
@pytest.mark.parametrize(
    ("rule", "found"),
    [
        ("open", ["快截止", "不急"]),
        ("current", ["快截止", "不急", "明天开始"]),
        ("all", ["快截止", "不急", "明天开始", "截止了"]),
    ],
)
def test_the_rule_goes_by_the_clock(rule: str, found: list[str]) -> None:
    assert titles(rule=rule) == found
    assert titles(rule=rule, count=1) == found[:1]


@pytest.mark.usefixtures("_calls")
def test_a_call_chosen_by_hand_is_shown_though_it_is_closed(zh: Tree) -> None:
    opens = timezone.now() - datetime.timedelta(days=9)
    closed = call(call_index(zh.home), "选中的", opens_at=opens, closes_at=opens + datetime.timedelta(days=1))
    assert titles(pages=[closed]) == ["选中的"]


def test_a_rule_that_is_none_is_refused_and_its_name_is_not_searched() -> None:
    assert refused("call_cards", RULE | {"rule": "sometimes"}) == ["rule"]
    assert searched("call_cards", RULE | {"title": "征集"}) == ["征集"]
