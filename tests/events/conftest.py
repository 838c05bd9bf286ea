"""Indexes of events and of calls in both languages, and a clock that a test sets."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone

from events.models import CallIndexPage, EventIndexPage
from tests.conftest import Tree
from tests.factories import call_index, event_index, published

SetClock = Callable[[datetime.datetime], None]


@pytest.fixture
def events(zh: Tree) -> EventIndexPage:
    """The Chinese index of events."""
    return event_index(zh.home)


@pytest.fixture
def english_events(events: EventIndexPage, en: Tree) -> EventIndexPage:
    """The English index of events."""
    return _in_english(events, en, "Events")


@pytest.fixture
def calls(zh: Tree) -> CallIndexPage:
    """The Chinese index of calls."""
    return call_index(zh.home)


@pytest.fixture
def english_calls(calls: CallIndexPage, en: Tree) -> CallIndexPage:
    """The English index of calls."""
    return _in_english(calls, en, "Calls for entries")


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> SetClock:
    """Return what sets the moment that it is."""

    def set_to(moment: datetime.datetime) -> None:
        monkeypatch.setattr(timezone, "now", lambda: moment)

    return set_to


def _in_english(index: Any, en: Tree, title: str) -> Any:
    translation = index.copy_for_translation(en.locale)
    translation.title = title
    return published(translation)
