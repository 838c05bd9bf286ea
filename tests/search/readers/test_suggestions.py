"""Answers are kept until the index or the vocabulary changes, and no longer than they may be."""

import json
from typing import Any

import pytest

from search.asking.listener import Heard
from search.asking.results import Kind
from search.asking.suggesting import Suggestion, Suggestions
from search.asking.vocabulary import Vocabulary
from search.readers import suggestions
from search.readers.suggestions import Answers, answer

SHOWN = {"title": "设计周", "kind": "news", "url": "/", "date_text": "", "summary": "", "image": ""}


class Desk:
    """What the answers are made of: what was heard, what would be found, and how often it was asked."""

    def __init__(self) -> None:
        self.heard = Heard(Vocabulary(), generation=1, is_live=True)
        self.found = Suggestions([Suggestion(1, SHOWN)])
        self.asked = 0
        self.now = 100.0

    def hear(self) -> Heard:
        return self.heard

    def suggest(self, *_: Any) -> Suggestions:
        self.asked += 1
        return self.found


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Put a desk in place of listener, Elasticsearch and clock."""
    desk = Desk()
    monkeypatch.setattr(suggestions, "listener", desk)
    monkeypatch.setattr(suggestions.suggesting, "suggest", desk.suggest)
    monkeypatch.setattr(suggestions, "answers", Answers())
    monkeypatch.setattr(suggestions.time, "monotonic", lambda: desk.now)
    return desk


def ask_twice(desk: Desk, later: float = 0.0) -> int:
    """Return how often Elasticsearch is asked for the same words, asked for again so many seconds later."""
    answer("zh-hans", "设计")
    desk.now += later
    answer("zh-hans", "设计")
    return desk.asked


def test_same_words_are_asked_once(desk: Desk) -> None:
    assert ask_twice(desk, later=59) == 1


def test_answer_is_forgotten_in_time(desk: Desk) -> None:
    assert ask_twice(desk, later=61) == 2


def test_change_makes_answers_anew(desk: Desk) -> None:
    answer("zh-hans", "设计")
    desk.heard = Heard(Vocabulary(), generation=2, is_live=True)
    answer("zh-hans", "设计")
    assert desk.asked == 2


@pytest.mark.parametrize("found", [Suggestions([], from_database=True), Suggestions([], is_complete=False)])
def test_poorer_answer_is_kept_for_a_moment_only(desk: Desk, found: Suggestions) -> None:
    desk.found = found
    assert ask_twice(desk, later=0.9) == 1
    desk.now += 0.2
    answer("zh-hans", "设计")
    assert desk.asked == 2


def test_answer_from_before_the_refresh_is_kept_for_a_moment_only(desk: Desk) -> None:
    desk.heard = Heard(Vocabulary(), generation=1, is_live=True, settled_at=desk.now + 1)
    assert ask_twice(desk, later=1.1) == 2


def test_nothing_is_kept_while_nobody_hears(desk: Desk) -> None:
    desk.heard = Heard(Vocabulary(), generation=1)
    assert ask_twice(desk) == 2


def test_nothing_is_suggested_while_it_is_not_known_what_must_not_show(desk: Desk) -> None:
    desk.heard = Heard()
    assert json.loads(answer("zh-hans", "设计").body) == {
        "query": "设计",
        "groups": [],
        "total": 0,
        "is_partial": True,
    }
    assert desk.asked == 0


def test_languages_and_words_have_answers_of_their_own(desk: Desk) -> None:
    for language, text in (("zh-hans", "设计"), ("en", "设计"), ("zh-hans", "设")):
        answer(language, text)
    assert desk.asked == 3


def test_answer_is_never_larger_than_it_may_be(desk: Desk) -> None:
    row = SHOWN | {"title": "设计" * 120, "summary": "说明" * 100}
    desk.found = Suggestions([Suggestion(pk, row) for pk in range(8)])
    body = answer("zh-hans", "设计").body
    assert 2_000 < len(body) <= suggestions.LARGEST
    assert json.loads(body)["total"] < 8


def test_answer_with_a_group_of_every_kind_is_no_larger(desk: Desk) -> None:
    row = SHOWN | {"title": "设计" * 60, "summary": "说明" * 60, "url": "/zh-hans/" + "x" * 80}
    kinds = dict(enumerate(Kind.values))
    desk.found = Suggestions([Suggestion(pk, row | {"kind": kind}) for pk, kind in kinds.items()])
    body = answer("en", "设计").body
    assert len(body) <= suggestions.LARGEST
    groups = json.loads(body)["groups"]
    assert [group["kind"] for group in groups] == Kind.values[: len(groups)]
    assert all(group["label"] for group in groups)
    small = SHOWN | {"title": "设计周"}
    desk.found = Suggestions([Suggestion(pk, small | {"kind": kind}) for pk, kind in kinds.items()])
    assert len(json.loads(answer("en", "设计周").body)["groups"]) == len(Kind)


def test_oldest_make_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(suggestions, "MOST_KEPT", 2)
    kept = Answers()
    for text in "abc":
        kept.keep(1, "en", text, suggestions.Answer(b"", text), seconds=60)
    assert [bool(kept.get(1, "en", text)) for text in "abc"] == [False, True, True]
