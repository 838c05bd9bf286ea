"""The entries in the database: made from pages, compared by their digests."""

import json
from typing import Any

from django.db import connection
from django.db.models.functions import Now

from search.indexing.documents import Composed, compose
from search.models import Entry
from search.outbox.recording import BATCH, indexing
from search.text.terms import terms

# The clock and not the transaction's time: whoever writes holds `indexing()`, so that it orders the writes.
_UPSERT = """
    INSERT INTO search_entry
        (page_id, language_code, source, digest, kind, date, title_terms, terms, has_terms, is_waiting,
        changed_at)
    SELECT page_id, language_code, source, digest, kind, date,
        array_to_tsvector(string_to_array(title_terms, E'\\n')),
        array_to_tsvector(string_to_array(terms, E'\\n')), terms IS NOT NULL, true, clock_timestamp()
    FROM unnest(
        %s::bigint[], %s::text[], %s::text[], %s::text[], %s::text[], %s::date[], %s::text[], %s::text[]
    ) AS new (page_id, language_code, source, digest, kind, date, title_terms, terms)
    ON CONFLICT (page_id) DO UPDATE SET
        language_code = excluded.language_code, source = excluded.source, digest = excluded.digest,
        kind = excluded.kind, date = excluded.date,
        title_terms = coalesce(excluded.title_terms, search_entry.title_terms),
        terms = coalesce(excluded.terms, search_entry.terms), has_terms = excluded.has_terms,
        is_waiting = search_entry.is_waiting OR search_entry.digest <> excluded.digest,
        changed_at = CASE WHEN search_entry.digest <> excluded.digest
            THEN excluded.changed_at ELSE search_entry.changed_at END
    WHERE search_entry.digest <> excluded.digest OR (excluded.has_terms AND NOT search_entry.has_terms)
"""
_SET_TERMS = """
    UPDATE search_entry SET has_terms = true,
        title_terms = array_to_tsvector(string_to_array(new.title_terms, E'\\n')),
        terms = array_to_tsvector(string_to_array(new.terms, E'\\n'))
    FROM unnest(%s::bigint[], %s::text[], %s::text[]) AS new (id, title_terms, terms)
    WHERE search_entry.id = new.id
"""
_GONE: dict[str, Any] = {"source": "", "digest": "", "title_terms": None, "terms": None, "is_waiting": True}


def refresh(page_ids: set[int], with_terms: bool = True) -> list[Composed]:
    """Bring the entries of pages up to date and return their documents; whoever calls holds `indexing()`.

    An entry that did not change is left alone; one whose page readers may no longer find loses its document,
    and stays until the index has let it go. Without terms, entries keep those they had until `fill_terms()`.
    """
    composed = compose(page_ids)
    entries = Entry.objects.filter(page_id__in=page_ids).values_list("page_id", "digest", "has_terms")
    before = {pk: digest if has_terms or not with_terms else "" for pk, digest, has_terms in entries}
    gone = before.keys() - {document.page_id for document in composed}
    if gone:
        Entry.objects.standing().filter(page_id__in=gone).update(**_GONE, changed_at=Now())
    changed = [
        _row(document, with_terms) for document in composed if before.get(document.page_id) != document.digest
    ]
    if changed:
        with connection.cursor() as cursor:
            cursor.execute(_UPSERT, [list(column) for column in zip(*changed, strict=True)])
    return composed


def fill_terms() -> int:
    """Give a batch of entries the terms that a rebuild has left out; return how many that were."""
    with indexing():
        rows = list(Entry.objects.without_terms().order_by("pk").values_list("pk", "source")[:BATCH])
        if rows:
            found = [(pk, *_terms(json.loads(source))) for pk, source in rows]
            with connection.cursor() as cursor:
                cursor.execute(_SET_TERMS, [list(column) for column in zip(*found, strict=True)])
    return len(rows)


def _row(document: Composed, with_terms: bool) -> tuple[Any, ...]:
    return (
        document.page_id,
        document.language,
        document.json,
        document.digest,
        document.source["kind"],
        document.source["date"],
        *(_terms(document.source) if with_terms else (None, None)),
    )


def _terms(source: dict[str, Any]) -> tuple[str, str]:
    """Return the terms of the title, as it is written and as it is said, and those of the whole page.

    Each on a line of its own, which costs less than an array of them.
    """
    title = terms(" ".join([*source["typed"], *source["pinyin"], *source["initials"]]))
    rest = [source["summary"], *source["filed"], source["body"], *source["attachments"]]
    return "\n".join(title), "\n".join(dict.fromkeys([*title, *terms("\n".join(rest))]))
