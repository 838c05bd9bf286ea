"""The answers of the database, for when Elasticsearch cannot be had: plainer, but every script is found.

The terms of each page stand in its entry (`search/indexing/entries.py`), so that one indexed look-up answers.
"""

import json
import time

from django.contrib.postgres.search import SearchQueryField
from django.db.models import Count, F, Q, QuerySet, Value
from django.db.models.functions import Cast
from wagtail.models import Page

from search.asking.query import PER_PAGE, SUGGESTIONS_ASKED, Question
from search.asking.results import Hit, Results, from_shown
from search.models import Entry, Withdrawal
from search.text.folding import folded
from search.text.terms import pairs, without_article, words
from search.text.typed import runs, unmarked


def find(question: Question) -> Results:
    """Return the pages that hold every word of the question, those with all of them in the title first."""
    started = time.monotonic()
    wanted = _wanted(question.text)
    entries = _readable(question).filter(terms__holds=wanted)
    kinds = dict(entries.order_by().values_list("kind").annotate(Count("pk")))
    kind = question.chosen.kind
    if kind:
        entries = entries.filter(kind=kind)
    newest = F("date").desc(nulls_last=True)
    if question.chosen.sort != "date":
        entries = entries.annotate(in_title=Q(title_terms__holds=wanted))
    order = [newest] if question.chosen.sort == "date" else ["-in_title", newest]
    first = (question.page - 1) * PER_PAGE
    found = list(entries.order_by(*order, "pk")[first : first + PER_PAGE])
    return Results(
        items=[_hit(entry, question) for entry in found],
        total=kinds.get(kind, 0) if kind else sum(kinds.values()),
        facets={"kind": kinds},
        page_number=question.page,
        took_ms=int((time.monotonic() - started) * 1000),
        from_database=True,
    )


def suggest(question: Question) -> list[tuple[int, str]]:
    """Return page id and `shown` column of the pages in whose title every word occurs, or begins."""
    entries = _readable(question).filter(title_terms__holds=_wanted(question.text))
    found = entries.order_by(F("date").desc(nulls_last=True), "pk")[:SUGGESTIONS_ASKED]
    return [(entry.page_id, json.loads(entry.source)["shown"]) for entry in found]


def _readable(question: Question) -> QuerySet:
    """Return the entries of pages that are live and public now, whatever the entry says."""
    readable = Page.objects.live().public().values("pk")
    entries = Entry.objects.standing().filter(language_code=question.language, page_id__in=readable)
    # Of a page that was withdrawn, an entry from before may hold what it must not.
    return entries.exclude(page_id__in=Withdrawal.objects.not_carried_out().values("page_id"))


def _wanted(text: str) -> Cast:
    """Return the text as a query: all pairs of Han text, all words, and what begins with a word."""
    wanted: list[str] = []
    for run, is_han in runs(unmarked(folded(text))):
        if is_han:
            wanted += [_quoted(pair) for pair in pairs(run) or [run]]
        else:
            wanted += [_quoted(without_article(word)) + ":*" for word in words(run)]
    # A query without any word finds nothing.
    return Cast(Value(" & ".join(wanted) or _quoted("-")), SearchQueryField())


def _quoted(term: str) -> str:
    return "'" + term.replace("\\", "\\\\").replace("'", "''") + "'"


def _hit(entry: Entry, question: Question) -> Hit:
    return from_shown(entry.page_id, json.loads(entry.source)["shown"], question, set())
