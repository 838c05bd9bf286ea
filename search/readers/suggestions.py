"""The answer to a keystroke, as JSON: kept until the index changes, or from one question to Elasticsearch."""

import hashlib
import time
from collections import OrderedDict
from dataclasses import dataclass
from functools import cache
from threading import Lock

import orjson
from django.utils.translation import override

from search.asking import suggesting
from search.asking.listener import Heard, listener
from search.asking.query import Question
from search.asking.results import Kind
from search.asking.suggesting import Suggestion, Suggestions
from search.text.typed import cleaned

MAX_AGE = 5
"""Seconds for which a browser may show the same answer again without asking."""
KEPT_SECONDS = 60.0
"""So long this process gives the same answer again, unless it hears of a change before."""
KEPT_UNSETTLED = 1.0
"""So long one that may be outdated: made just after a change, by the database, or in part."""
MOST_KEPT = 10_000
LARGEST = 4_096
"""Bytes of an answer."""


@dataclass(frozen=True)
class Answer:
    """The bytes of an answer, and the ETag that names them."""

    body: bytes
    etag: str


class Answers:
    """The latest answers of this process; forgotten in time, and at a change of the index or the vocabulary."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[int, str, str], tuple[float, Answer]] = OrderedDict()
        self._lock = Lock()

    def get(self, generation: int, language: str, text: str) -> Answer | None:
        """Return the answer kept for a query, if it is fresh."""
        found = self._kept.get((generation, language, text))
        return found[1] if found and time.monotonic() < found[0] else None

    def keep(self, generation: int, language: str, text: str, answer: Answer, seconds: float) -> None:
        """Keep an answer for so long; the oldest make room."""
        with self._lock:
            self._kept[generation, language, text] = time.monotonic() + seconds, answer
            self._kept.move_to_end((generation, language, text))
            while len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)


answers = Answers()


def answer(language: str, raw: str) -> Answer:
    """Return the suggestions for what a reader has typed so far."""
    text = cleaned(raw).text
    heard = listener.hear()
    if heard.is_live and (kept := answers.get(heard.generation, language, text)):
        return kept
    question = Question(language, text)
    found = _found(question, heard)
    made = _encoded(question, found)
    if heard.is_live:
        is_settled = found.is_complete and not found.from_database and time.monotonic() > heard.settled_at
        seconds = KEPT_SECONDS if is_settled else KEPT_UNSETTLED
        answers.keep(heard.generation, language, text, made, seconds)
    return made


def _found(question: Question, heard: Heard) -> Suggestions:
    """Return what is suggested; nothing while it is not known which pages must not show."""
    if not question.text:
        return Suggestions([])
    if heard.vocabulary is None:
        return Suggestions([], is_complete=False)
    return suggesting.suggest(question, heard.vocabulary)


def _encoded(question: Question, suggestions: Suggestions) -> Answer:
    """Return the answer as JSON, with fewer suggestions where all would be too much."""
    found = suggestions.items
    body = _as_json(question, found, suggestions.is_complete)
    while len(body) > LARGEST and found:
        found = found[:-1]
        body = _as_json(question, found, suggestions.is_complete)
    return Answer(body, f'"{hashlib.sha1(body, usedforsecurity=False).hexdigest()[:24]}"')


def _as_json(question: Question, found: list[Suggestion], is_complete: bool) -> bytes:
    answer: dict[str, object] = {
        "query": question.text,
        "groups": _groups(question, found),
        "total": len(found),
    }
    if not is_complete:
        answer["is_partial"] = True
    return orjson.dumps(answer)


def _groups(question: Question, found: list[Suggestion]) -> list[dict[str, object]]:
    """Return the suggestions by kind, the kind of the best one first."""
    labels = _labels(question.language)
    return [
        {
            "kind": kind,
            "label": labels.get(kind, ""),
            "items": [one.as_row(question) for one in found if one.kind == kind],
        }
        for kind in dict.fromkeys(one.kind for one in found)
    ]


@cache
def _labels(language: str) -> dict[str, str]:
    with override(language):
        return {kind.value: str(kind.label) for kind in Kind}
