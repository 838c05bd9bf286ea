"""What a server that has just started is asked before readers are: it learns its work by doing it."""

import json

from search.asking import query, vocabulary
from search.asking.query import Question
from search.elasticsearch.searching import search_patiently
from search.models import Entry

QUESTIONS = 40
LONGEST = 4
"""Characters of a title, as somebody types who has only begun."""


def warm_up(language: str) -> None:
    """Ask for the beginnings of some titles, with the patience of a writer; the answers are not looked at.

    The first answers of a server take it ten times as long as later ones, longer than a reader waits.
    """
    known = vocabulary.load()
    sources = Entry.objects.standing().filter(language_code=language).values_list("source", flat=True)
    titles = [json.loads(source)["title"] for source in sources.order_by("-pk")[:QUESTIONS]]
    for title in titles:
        question = Question(language, title[:LONGEST])
        for request in (query.full(question, known), query.suggestions(question, known)):
            search_patiently(language, request)
