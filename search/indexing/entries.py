"""The entries in the database: made from pages, compared by their digests."""

from typing import Any

from django.db import connection
from django.db.models.functions import Now

from search.indexing.documents import Composed, compose
from search.models import Entry
from search.text.terms import terms

# The clock and not the transaction's time: whoever writes holds `indexing()`, so that it orders the writes.
_UPSERT = """
    INSERT INTO search_entry
        (page_id, language_code, source, digest, kind, date, title_terms, terms, is_waiting, changed_at)
    SELECT page_id, language_code, source, digest, kind, date,
        array_to_tsvector(string_to_array(title_terms, E'\\n')),
        array_to_tsvector(string_to_array(terms, E'\\n')), true, clock_timestamp()
    FROM unnest(
        %s::bigint[], %s::text[], %s::text[], %s::text[], %s::text[], %s::date[], %s::text[], %s::text[]
    ) AS new (page_id, language_code, source, digest, kind, date, title_terms, terms)
    ON CONFLICT (page_id) DO UPDATE SET
        language_code = excluded.language_code, source = excluded.source, digest = excluded.digest,
        kind = excluded.kind, date = excluded.date, title_terms = excluded.title_terms,
        terms = excluded.terms, is_waiting = true, changed_at = excluded.changed_at
    WHERE search_entry.digest <> excluded.digest
"""
_GONE: dict[str, Any] = {"source": "", "digest": "", "title_terms": None, "terms": None, "is_waiting": True}


def refresh(page_ids: set[int]) -> list[Composed]:
    """Bring the entries of pages up to date and return their documents; whoever calls holds `indexing()`.

    An entry that did not change is left alone; one whose page readers may no longer find loses its document,
    and stays until the index has let it go.
    """
    composed = compose(page_ids)
    before = dict(Entry.objects.filter(page_id__in=page_ids).values_list("page_id", "digest"))
    gone = before.keys() - {document.page_id for document in composed}
    if gone:
        Entry.objects.standing().filter(page_id__in=gone).update(**_GONE, changed_at=Now())
    changed = [_row(document) for document in composed if before.get(document.page_id) != document.digest]
    if changed:
        with connection.cursor() as cursor:
            cursor.execute(_UPSERT, [list(column) for column in zip(*changed, strict=True)])
    return composed


def _row(document: Composed) -> tuple[Any, ...]:
    return (
        document.page_id,
        document.language,
        document.json,
        document.digest,
        document.source["kind"],
        document.source["date"],
        *_terms(document.source),
    )


def _terms(source: dict[str, Any]) -> tuple[str, str]:
    """Return the terms of the title, as it is written and as it is said, and those of the whole page.

    Each on a line of its own, which costs less than an array of them.
    """
    title = terms(" ".join([*source["typed"], *source["pinyin"], *source["initials"]]))
    rest = [source["summary"], *source["filed"], source["body"], *source["attachments"]]
    return "\n".join(title), "\n".join(dict.fromkeys([*title, *terms("\n".join(rest))]))
