"""The rebuild of an index, beside live traffic and beside the worker."""

from array import array
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, islice

from django.db import connection
from django.utils import timezone
from elasticsearch import Elasticsearch
from wagtail.models import Locale, Page

from search.elasticsearch import client as elasticsearch
from search.elasticsearch import indices
from search.indexing import documents
from search.indexing.documents import Composed
from search.indexing.entries import refresh
from search.indexing.writing import write
from search.models import Entry, Rebuild
from search.outbox.channels import INDEX, notify
from search.outbox.recording import indexing

CHUNKS_AT_ONCE = 4
Progress = Callable[[int, int], None]
"""Is told how many pages are done, and how many there are in all."""


class Superseded(Exception):
    """Another rebuild of the same language has begun meanwhile; it goes on, this one ends."""


def in_silence(done: int, total: int) -> None:
    """Tell nobody of the progress."""


def rebuild(language: str, progress: Progress = in_silence) -> int:
    """Build the index of a language anew from its pages, then swap; return the number of documents.

    While it runs, the worker writes every change to the new index too, so that none is lost. A rebuild that was
    killed leaves readers alone; the next one clears away what it left. Raises `Superseded` when another one
    begins.
    """
    client = elasticsearch.writing()
    _have_tables_analyzed()
    name = _begin(client, language)
    locale = Locale.objects.filter(language_code=language).first()
    filled = list(_fill(client, language, name, locale, progress)) if locale else []
    with _holding(name):
        indices.swap(client, language, name)
        Rebuild.objects.filter(index_name=name).delete()
        notify(INDEX)
    _strike_off(filled)
    return sum(len(group.page_ids) for group in filled)


@dataclass(frozen=True)
class _Group:
    """Pages whose documents the new index holds as their entries were at a moment."""

    page_ids: "array[int]"
    moment: datetime


@contextmanager
def _holding(name: str) -> Iterator[None]:
    """Hold the place of writing for the index `name`, if that is still the one being built."""
    with indexing():
        if not Rebuild.objects.filter(index_name=name).exists():
            raise Superseded(f"Another rebuild has begun: {name} is given up.")
        yield


def _begin(client: Elasticsearch, language: str) -> str:
    with indexing():
        Rebuild.objects.filter(language_code=language).delete()
        indices.drop_abandoned(client, language)
        name = indices.create(client, language)
        Rebuild.objects.create(language_code=language, index_name=name)
    return name


def _have_tables_analyzed() -> None:
    """Let PostgreSQL look at the tables of pages, which it may not have done since many came in.

    Else it takes them for nearly empty, and reads all pages for each batch.
    """
    tables = [model._meta.db_table for model in (Page, *documents.page_types())]
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {', '.join(map(connection.ops.quote_name, tables))}")


def _fill(
    client: Elasticsearch, language: str, name: str, locale: Locale, progress: Progress
) -> Iterator[_Group]:
    """Compose chunk after chunk while Elasticsearch is busy with the one before; yield each group of them.

    All of a group lie within one hold of `indexing()`, so that nothing newer can be overwritten.
    """
    total, done = documents.count(locale), 0
    chunks = documents.chunks_of(locale)
    with ThreadPoolExecutor(max_workers=2) as writer:
        while group := list(islice(chunks, CHUNKS_AT_ONCE)):
            with _holding(name):
                written = [
                    writer.submit(
                        write, client, map(_as_entry, refresh(page_ids, with_terms=False)), {language: [name]}
                    )
                    for page_ids in group
                ]
                for one in written:
                    one.result()
                moment = _now()
            yield _Group(array("q", chain(*group)), moment)
            done += sum(map(len, group))
            Rebuild.objects.filter(index_name=name).update(done=done, total=total, beat_at=timezone.now())
            progress(done, total)


def _strike_off(filled: list[_Group]) -> None:
    """Let the entries wait no longer that have not changed since the new index, now the live one, got them."""
    for group in filled:
        with indexing():
            held = Entry.objects.standing().waiting().filter(page_id__in=group.page_ids)
            held.filter(changed_at__lte=group.moment).update(is_waiting=False)


def _now() -> datetime:
    """Return the time by the database's clock, by which entries change."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        row: tuple[datetime] = cursor.fetchone()
    return row[0]


def _as_entry(composed: Composed) -> Entry:
    return Entry(page_id=composed.page_id, language_code=composed.language, source=composed.json)
