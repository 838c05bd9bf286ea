"""What is compared: the site's own search, and what Wagtail brings. Both give page ids, the best first."""

import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol

from django.test import override_settings

from search.asking import engine
from search.elasticsearch import client, indices
from search.elasticsearch.breaker import breaker
from search.indexing.rebuilding import rebuild
from search.text.typed import cleaned
from tests.relevance.metrics import DEPTH


class Engine(Protocol):
    """Answers as a page of results, or as suggestions to what is typed so far; ten page ids at most."""

    name: str
    prefix: str
    """Of the names of its indices."""

    def find(self, language: str, text: str) -> list[int]:
        """Return what the results page shows first."""

    def suggest(self, language: str, text: str) -> list[int]:
        """Return what is suggested below the search field."""


class Degraded(Exception):
    """The database answered in place of Elasticsearch, or only a part of an answer came."""


class Ours:
    """The site's search."""

    name = "ours"

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix

    def find(self, language: str, text: str) -> list[int]:
        """Return the first page of results."""
        results = engine.find(language, cleaned(text).text)
        return _ids(results, results.items)

    def suggest(self, language: str, text: str) -> list[int]:
        """Return the suggestions."""
        suggestions = engine.suggest(language, cleaned(text).text)
        return _ids(suggestions, suggestions.items)


@contextmanager
def ours() -> Iterator[Ours]:
    """Index all pages as the site does, under names of their own; the indices go at the end."""
    prefix = f"relevance-{uuid.uuid4().hex[:8]}"
    with override_settings(SEARCH_INDEX_PREFIX=prefix):
        breaker.reset()
        try:
            for language in indices.languages():
                rebuild(language)
            yield Ours(prefix)
        finally:
            remove_indices(prefix)


def remove_indices(prefix: str) -> None:
    """Remove every index whose name begins with a prefix."""
    for name in client.writing().indices.get(index=f"{prefix}*").body:
        client.writing().indices.delete(index=name)


class _Answer(Protocol):
    @property
    def is_complete(self) -> bool: ...
    @property
    def from_database(self) -> bool: ...


class _Hit(Protocol):
    @property
    def page_id(self) -> int: ...


def _ids(answer: _Answer, hits: Sequence[_Hit]) -> list[int]:
    if answer.from_database or not answer.is_complete:
        raise Degraded("Elasticsearch did not answer in full: is the machine too busy?")
    return [hit.page_id for hit in hits[:DEPTH]]
