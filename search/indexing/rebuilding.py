"""The rebuild of an index, beside live traffic and beside the worker."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import islice

from django.utils import timezone
from elasticsearch import Elasticsearch
from wagtail.models import Locale

from search.elasticsearch import client as elasticsearch
from search.elasticsearch import indices
from search.indexing import documents
from search.indexing.documents import Composed
from search.indexing.entries import refresh
from search.indexing.writing import write
from search.models import Entry, Rebuild
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
    name = _begin(client, language)
    locale = Locale.objects.filter(language_code=language).first()
    done = _fill(client, language, name, locale, progress) if locale else 0
    with _holding(name):
        client.indices.refresh(index=name)
        indices.swap(client, language, name)
        Rebuild.objects.filter(index_name=name).delete()
    return done


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


def _fill(client: Elasticsearch, language: str, name: str, locale: Locale, progress: Progress) -> int:
    """Compose chunk after chunk while Elasticsearch is busy with the one before.

    All of a group lie within one hold of `indexing()`, so that nothing newer can be overwritten.
    """
    total, done = documents.count(locale), 0
    chunks = documents.chunks_of(locale)
    with ThreadPoolExecutor(max_workers=1) as writer:
        while group := list(islice(chunks, CHUNKS_AT_ONCE)):
            with _holding(name):
                written = [
                    writer.submit(write, client, map(_as_entry, refresh(page_ids)), {language: [name]})
                    for page_ids in group
                ]
                for one in written:
                    one.result()
            done += sum(map(len, group))
            Rebuild.objects.filter(index_name=name).update(done=done, total=total, beat_at=timezone.now())
            progress(done, total)
    return done


def _as_entry(composed: Composed) -> Entry:
    return Entry(page_id=composed.page_id, language_code=composed.language, source=composed.as_json())
