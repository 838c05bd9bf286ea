"""The rebuild of an index, beside live traffic and beside the worker."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import islice

from django.utils import timezone
from elasticsearch import Elasticsearch
from wagtail.models import Locale

from search.asking import client as elasticsearch
from search.indexing import documents, indices
from search.indexing.documents import Composed
from search.indexing.entries import refresh
from search.indexing.writing import write
from search.models import Entry, Rebuild
from search.updates import outbox

CHUNKS_AT_ONCE = 4
Progress = Callable[[int, int], None]


def rebuild(language: str, progress: Progress = lambda done, total: None) -> int:
    """Build the index of a language anew from its pages, then swap; return the number of documents.

    While it runs, the worker writes every change to the new index too, so that none is lost. A rebuild that was
    killed leaves readers alone; the next one clears away what it left.
    """
    client = elasticsearch.writing()
    name = _begin(client, language)
    locale = Locale.objects.filter(language_code=language).first()
    done = _fill(client, language, name, locale, progress) if locale else 0
    with outbox.indexing():
        client.indices.refresh(index=name)
        indices.swap(client, language, name)
        Rebuild.objects.filter(index_name=name).delete()
    return done


def _begin(client: Elasticsearch, language: str) -> str:
    with outbox.indexing():
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
            with outbox.indexing():
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
