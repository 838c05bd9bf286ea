"""The search as the views call it: Elasticsearch's answer, or the database's when it has none."""

from collections.abc import Callable

from search.asking import database, query, suggesting, vocabulary
from search.asking.facets import Chosen
from search.asking.query import Question
from search.asking.results import Results, from_response
from search.asking.suggesting import Suggestions
from search.elasticsearch import client
from search.elasticsearch.searching import search


def find(language: str, text: str, chosen: Chosen = Chosen(), page: int = 1) -> Results:  # noqa: B008  (frozen)
    """Return one page of results for a cleaned, non-empty text."""
    question = Question(language, text, chosen, page)
    return _answered(lambda: _found(question), lambda: database.find(question))


def suggest(language: str, text: str) -> Suggestions:
    """Return the pages that go on as typed, the best first, with the vocabulary as the database has it."""
    return suggesting.suggest(Question(language, text), vocabulary.load())


def _found(question: Question) -> Results:
    known = vocabulary.load()
    promoted = known.promoted_for(question.language, question.text)
    return from_response(search(question.language, query.full(question, known)), question, promoted)


def _answered(ask: Callable[[], Results], fall_back: Callable[[], Results]) -> Results:
    if not client.configured():
        return fall_back()
    try:
        found = ask()
    except client.SearchUnavailable:
        return fall_back()
    # Nothing found within the time limit is no answer.
    return found if found.is_complete or found.items else fall_back()
