"""The rebuild of an index, beside live traffic and beside the worker."""

from collections.abc import Callable

from elasticsearch import Elasticsearch
from wagtail.models import Locale

from search.asking import client as elasticsearch
from search.indexing import documents, indices
from search.indexing.documents import Composed
from search.indexing.entries import refresh
from search.indexing.writing import write
from search.models import Entry, Rebuild
from search.updates import outbox

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
    total, done = documents.count(locale), 0
    for page_ids in documents.chunks_of(locale):
        with outbox.indexing():
            composed = refresh(page_ids)
            made = [
                Entry(page_id=one.page_id, language_code=language, source=one.as_json()) for one in composed
            ]
            write(client, made, {language: [name]})
        done += len(page_ids)
        Rebuild.objects.filter(index_name=name).update(done=done, total=total)
        progress(done, total)
    return done


def _as_entry(composed: Composed) -> Entry:
    return Entry(page_id=composed.page_id, language_code=composed.language, source=composed.as_json())
