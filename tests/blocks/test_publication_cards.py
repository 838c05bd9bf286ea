"""Publications as cards: those that an editor chose, else the newest."""

import datetime
from collections.abc import Iterator
from typing import Any

import pytest
from django.utils import translation

from publications.models import PublicationIndexPage, PublicationPage
from tests.blocks.rendering import rendered, searched
from tests.conftest import Tree
from tests.factories import index_of, publication

pytestmark = pytest.mark.django_db

RULE: dict[str, Any] = {"title": "", "pages": [], "count": 3}


@pytest.fixture(autouse=True)
def _in_chinese() -> Iterator[None]:
    with translation.override("zh-hans"):
        yield


@pytest.fixture
def publications(zh: Tree) -> list[PublicationPage]:
    """Four publications, a day between each."""
    index = index_of(PublicationIndexPage, zh.home, "出版物")
    days = [datetime.date(2026, 1, number) for number in (1, 2, 3, 4)]
    return [publication(index, f"第{day.day}本", published_on=day) for day in days]


def titles(**parts: Any) -> list[str]:
    return [card.get_text(strip=True) for card in rendered("publication_cards", RULE | parts).select("h3")]


def test_the_rule_shows_the_newest_as_many_as_wanted(publications: list[PublicationPage]) -> None:
    assert titles() == ["第4本", "第3本", "第2本"]
    assert titles(count=1) == ["第4本"]


def test_those_chosen_by_hand_stand_in_their_order(publications: list[PublicationPage]) -> None:
    assert titles(pages=[publications[1], publications[0]]) == ["第2本", "第1本"]


def test_a_draft_is_not_shown(publications: list[PublicationPage]) -> None:
    publications[3].unpublish()
    assert titles(count=1) == ["第3本"]


def test_the_title_of_the_block_is_searched() -> None:
    assert searched("publication_cards", RULE | {"title": "新书"}) == ["新书"]
