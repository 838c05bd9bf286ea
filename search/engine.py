"""The search as the views call it: Elasticsearch's answer, or the database's when it has none."""

from collections.abc import Callable
from typing import Any

from search import client, database, query
from search.indices import alias
from search.results import Results, from_response


def find(language: str, text: str, kind: str = "", page: int = 1) -> Results:
    """Return one page of results for a cleaned, non-empty text."""
    return _answered(
        lambda: from_response(_ask(language, query.full(text, kind, page)), language, text, kind, page),
        lambda: database.find(language, text, kind, page),
    )


def suggest(language: str, text: str) -> Results:
    """Return the pages that go on as typed, the best first."""
    return _answered(
        lambda: from_response(_ask(language, query.suggestions(text)), language, text),
        lambda: database.find(language, text, size=query.MOST_SUGGESTIONS),
    )


def _ask(language: str, request: dict[str, Any]) -> Any:
    with client.breaker.guard():
        return client.reading().search(index=alias(language), **request).body


def _answered(ask: Callable[[], Results], fall_back: Callable[[], Results]) -> Results:
    if not client.configured():
        return fall_back()
    try:
        found = ask()
    except client.SearchUnavailable:
        return fall_back()
    # Nothing found within the time limit is no answer.
    return found if found.is_complete or found.items else fall_back()
