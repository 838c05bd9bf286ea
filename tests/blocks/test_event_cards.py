"""Events as cards: those that an editor chose, else those that are to come or are past."""

import datetime
from collections.abc import Iterator
from typing import Any

import pytest
from django.utils import timezone, translation

from tests.blocks.rendering import refused, rendered, searched
from tests.conftest import Tree
from tests.factories import event, event_index

pytestmark = pytest.mark.django_db

RULE: dict[str, Any] = {"title": "", "pages": [], "rule": "current", "count": 12}


@pytest.fixture(autouse=True)
def _in_chinese() -> Iterator[None]:
    with translation.override("zh-hans"):
        yield


def titles(**parts: Any) -> list[str]:
    return [card.get_text(strip=True) for card in rendered("event_cards", RULE | parts).select("h3")]


@pytest.fixture
def _events(zh: Tree) -> None:
    """Events that were long ago, were yesterday, go on, and are to come."""
    now, hour = timezone.now(), datetime.timedelta(hours=1)
    for title, starts in (("很久以前", -900), ("昨天", -48), ("正在进行", -1), ("以后", 48), ("很久以后", 900)):
        starts_at = now + starts * hour
        event(event_index(zh.home), title, starts_at=starts_at, ends_at=starts_at + 2 * hour)


@pytest.mark.usefixtures("_events")
@pytest.mark.parametrize(
    ("rule", "found"),
    [
        ("current", ["正在进行", "以后", "很久以后"]),
        ("past", ["昨天", "很久以前"]),
        ("all", ["正在进行", "以后", "很久以后", "昨天", "很久以前"]),
    ],
)
def test_the_rule_goes_by_the_clock(rule: str, found: list[str]) -> None:
    assert titles(rule=rule) == found
    assert titles(rule=rule, count=1) == found[:1]


@pytest.mark.usefixtures("_events")
def test_an_event_chosen_by_hand_is_shown_alone(zh: Tree) -> None:
    past = event(event_index(zh.home), "选中的", starts_at=timezone.now() - datetime.timedelta(days=9))
    assert titles(pages=[past]) == ["选中的"]


def test_a_placeholder_is_never_shown(zh: Tree, en: Tree) -> None:
    event(event_index(zh.home), "只有中文").copy_for_translation(en.locale, copy_parents=True, alias=True)
    with translation.override("en"):
        assert titles(rule="all") == []


def test_a_rule_that_is_none_is_refused_and_its_name_is_not_searched() -> None:
    assert refused("event_cards", RULE | {"rule": "sometimes"}) == ["rule"]
    assert searched("event_cards", RULE | {"title": "活动"}) == ["活动"]
