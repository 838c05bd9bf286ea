"""The answers of the database, for when Elasticsearch cannot be had: plainer, but Han text is found too."""

import time
from typing import Any

from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast

from search.documents import page_types, searchable
from search.marking import marked
from search.query import DEEPEST, PER_PAGE
from search.results import Hit, Results
from search.typed import runs


def find(language: str, query: str, kind: str = "", page: int = 1, size: int = PER_PAGE) -> Results:
    """Return the pages whose title, summary or body hold every word of `query`, titles first."""
    started = time.monotonic()
    counts: dict[str, int] = {}
    hits: list[Hit] = []
    for model in page_types():
        pages = _matching(model, language, query)
        if number := pages.count():
            counts[model.kind] = counts.get(model.kind, 0) + number
        if kind in ("", model.kind):
            hits += [_hit(found, language, query) for found in pages.order_by("-last_published_at")[:DEEPEST]]
    hits.sort(key=lambda hit: "<mark>" not in hit.title_html)
    first = (page - 1) * size
    took = int((time.monotonic() - started) * 1000)
    return Results(hits[first : first + size], counts, kind, page, took, from_database=True)


def _matching(model: Any, language: str, query: str) -> QuerySet:
    pages = searchable(model).filter(locale__language_code=language)
    streams = [field.name for field in model._meta.get_fields() if hasattr(field, "stream_block")]
    pages = pages.annotate(**{f"{name}_words": Cast(name, TextField()) for name in streams})
    for word, _is_han in runs(query):
        anywhere = Q(title__icontains=word) | Q(summary__icontains=word)
        for name in streams:
            anywhere |= Q(**{f"{name}_words__icontains": word})
        pages = pages.filter(anywhere)
    return pages


def _hit(page: Any, language: str, query: str) -> Hit:
    return Hit(
        title=page.title,
        url=page.get_url(),
        kind=page.kind,
        language=language,
        query=query,
        summary=page.summary,
        date=page.date,
        snippets=[marked(page.summary, query)],
    )
