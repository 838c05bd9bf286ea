"""The suggestions while a reader types: one question to Elasticsearch, and nothing of the database."""

import logging
from collections import Counter
from dataclasses import dataclass
from typing import Any

import orjson
from django.db import DatabaseError, InterfaceError

from designcity.languages import direction, html_lang
from search.asking import database, query
from search.asking.query import MOST_SUGGESTIONS, Question
from search.asking.results import Kind
from search.asking.vocabulary import Vocabulary
from search.elasticsearch import client
from search.elasticsearch.searching import search
from search.text.marking import spans

logger = logging.getLogger(__name__)

LONGEST_SUMMARY = 120
MOST_OF_A_KIND = 4
"""Of one kind, while there are others: so that a large directory doesn't push the rest out."""
FILTER_PATH = ("timed_out", "hits.hits.fields")
"""What is read of Elasticsearch's answer, so that it sends nothing else."""


@dataclass(frozen=True)
class Suggestion:
    """One page that goes on as typed, as its document shows it."""

    page_id: int
    shown: dict[str, Any]

    @property
    def title(self) -> str:
        """The title of the page."""
        return str(self.shown["title"])

    @property
    def kind(self) -> str:
        """The group the page belongs to."""
        return str(self.shown["kind"])

    def as_row(self, question: Question) -> dict[str, Any]:
        """Return the row of the JSON; `marks` are pairs of character positions in the title.

        The summary says why a page is suggested whose title has no marks, and which institution it is.
        """
        marks = spans(self.title, question.text)
        is_explained = self.kind == Kind.INSTITUTION or not marks
        return {
            "id": self.page_id,
            "title": self.title,
            "marks": marks,
            "url": self.shown["url"],
            "date": self.shown["date_text"],
            "summary": self.shown["summary"][:LONGEST_SUMMARY] if is_explained else "",
            "image": self.shown["image"],
            "lang": html_lang(question.language),
            "dir": direction(question.language),
        }


@dataclass(frozen=True)
class Suggestions:
    """At most eight suggestions, the best first."""

    items: list[Suggestion]
    is_complete: bool = True
    from_database: bool = False


def suggest(question: Question, vocabulary: Vocabulary) -> Suggestions:
    """Return the pages whose title or name goes on as typed."""
    if not client.configured():
        return _from_database(question)
    try:
        response = search(question.language, query.suggestions(question, vocabulary), only=FILTER_PATH)
    except client.SearchUnavailable:
        return _from_database(question)
    found = [
        Suggestion(hit["fields"]["page_id"][0], orjson.loads(hit["fields"]["shown"][0]))
        for hit in response.get("hits", {}).get("hits", [])
    ]
    return Suggestions(_mixed(found), is_complete=not response["timed_out"])


def _from_database(question: Question) -> Suggestions:
    try:
        found = [Suggestion(page_id, orjson.loads(shown)) for page_id, shown in database.suggest(question)]
    except (DatabaseError, InterfaceError) as error:
        logger.warning("Neither Elasticsearch nor the database can be asked: %s", type(error).__name__)
        return Suggestions([], is_complete=False, from_database=True)
    return Suggestions(_mixed(found), from_database=True)


def _mixed(found: list[Suggestion]) -> list[Suggestion]:
    """Return the best eight in their order, of one kind four at most while there are others."""
    seen: Counter[str] = Counter()
    first: list[Suggestion] = []
    rest: list[Suggestion] = []
    for suggestion in found:
        seen[suggestion.kind] += 1
        (first if seen[suggestion.kind] <= MOST_OF_A_KIND else rest).append(suggestion)
    kept = {suggestion.page_id for suggestion in (first + rest)[:MOST_SUGGESTIONS]}
    return [suggestion for suggestion in found if suggestion.page_id in kept]
