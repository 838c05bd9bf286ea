"""Campaigns as cards: those that an editor chose, else those that run or are to come."""

import datetime
from collections.abc import Iterator
from typing import Any

import pytest
from django.utils import timezone, translation

from tests.blocks.rendering import refused, rendered, searched
from tests.conftest import Tree
from tests.factories import campaign

pytestmark = pytest.mark.django_db

RULE: dict[str, Any] = {"title": "", "pages": [], "rule": "current", "count": 12}


@pytest.fixture(autouse=True)
def _in_chinese() -> Iterator[None]:
    with translation.override("zh-hans"):
        yield


def titles(**parts: Any) -> list[str]:
    return [card.get_text(strip=True) for card in rendered("campaign_cards", RULE | parts).select("h3")]


@pytest.fixture
def _campaigns(zh: Tree) -> None:
    """Campaigns that are over, end today, have no end, begin today and begin tomorrow."""
    today, day = timezone.localdate(), datetime.timedelta(days=1)
    for title, starts, ends in (
        ("过去", today - 9 * day, today - day),
        ("今天结束", today - 8 * day, today),
        ("没有期限", today - 7 * day, None),
        ("今天开始", today, today + day),
        ("明天开始", today + day, None),
    ):
        campaign(zh.campaigns, title, starts_on=starts, ends_on=ends)


@pytest.mark.usefixtures("_campaigns")
@pytest.mark.parametrize(
    ("rule", "found"),
    [
        ("current", ["今天结束", "没有期限", "今天开始", "明天开始"]),
        ("running", ["今天结束", "没有期限", "今天开始"]),
        ("upcoming", ["明天开始"]),
        ("all", ["明天开始", "今天开始", "没有期限", "今天结束", "过去"]),
    ],
)
def test_the_rule_goes_by_the_day(rule: str, found: list[str]) -> None:
    assert titles(rule=rule) == found
    assert titles(rule=rule, count=1) == found[:1]


def test_a_campaign_chosen_by_hand_is_shown_though_it_is_over(zh: Tree) -> None:
    over = campaign(
        zh.campaigns, "过去", starts_on=datetime.date(2020, 1, 1), ends_on=datetime.date(2020, 2, 1)
    )
    assert titles() == []
    assert titles(pages=[over]) == ["过去"]


def test_a_placeholder_is_never_shown(zh: Tree, en: Tree) -> None:
    campaign(zh.campaigns, "只有中文").copy_for_translation(en.locale, alias=True)
    with translation.override("en"):
        assert titles(rule="all") == []


def test_a_rule_that_is_none_is_refused_and_its_name_is_not_searched() -> None:
    assert refused("campaign_cards", RULE | {"rule": "sometimes"}) == ["rule"]
    assert searched("campaign_cards", RULE | {"title": "行动"}) == ["行动"]
