"""The entries in the database: made from pages, compared by their digests."""

from typing import Any

from django.db import connection

from search.indexing.documents import Composed, compose
from search.models import Entry
from search.text.terms import terms

_UPSERT = """
    INSERT INTO search_entry
        (page_id, language_code, source, digest, kind, date, title_terms, terms, is_waiting, changed_at)
    VALUES (%s, %s, %s, %s, %s, %s, array_to_tsvector(%s::text[]), array_to_tsvector(%s::text[]), true, now())
    ON CONFLICT (page_id) DO UPDATE SET
        language_code = excluded.language_code, source = excluded.source, digest = excluded.digest,
        kind = excluded.kind, date = excluded.date, title_terms = excluded.title_terms,
        terms = excluded.terms, is_waiting = true, changed_at = now()
    WHERE search_entry.digest <> excluded.digest
"""
GONE = {"source": "", "digest": "", "title_terms": None, "terms": None, "is_waiting": True}


def refresh(page_ids: set[int]) -> list[Composed]:
    """Bring the entries of pages up to date and return their documents; whoever calls holds `indexing()`.

    An entry that did not change is left alone; one whose page readers may no longer find loses its document,
    and stays until the index has let it go.
    """
    composed = compose(page_ids)
    before = dict(Entry.objects.filter(page_id__in=page_ids).values_list("page_id", "digest"))
    gone = before.keys() - {document.page_id for document in composed}
    if gone:
        Entry.objects.standing().filter(page_id__in=gone).update(**GONE)
    changed = [_row(document) for document in composed if before.get(document.page_id) != document.digest]
    if changed:
        with connection.cursor() as cursor:
            cursor.executemany(_UPSERT, changed)
    return composed


def _row(document: Composed) -> tuple[Any, ...]:
    return (
        document.page_id,
        document.language,
        document.as_json(),
        document.digest,
        document.source["kind"],
        document.source["date"],
        *_terms(document.source),
    )


def _terms(source: dict[str, Any]) -> tuple[list[str], list[str]]:
    """Return the terms of the title, as it is written and as it is said, and those of the whole page."""
    title = terms(" ".join([*source["typed"], *source["pinyin"], *source["initials"]]))
    rest = [source["summary"], *source["filed"], source["body"], *source["attachments"]]
    return title, list(dict.fromkeys([*title, *terms("\n".join(rest))]))
