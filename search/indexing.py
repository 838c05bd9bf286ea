"""How changes reach the indices: the worker's batches, and the rebuild beside live traffic."""

from collections.abc import Callable, Iterator
from typing import Any

from elasticsearch import Elasticsearch, helpers
from wagtail.models import Locale

from search import client as elasticsearch
from search import documents, indices, outbox
from search.models import Rebuild

Progress = Callable[[int, int], None]


def bring_batch() -> int:
    """Bring one batch of recorded changes to the indices; return how many pages it held, 0 for none.

    Raises the client's errors when Elasticsearch does not take them: then the batch stays recorded.
    """
    with outbox.taking_batch() as page_ids:
        if page_ids:
            _write(elasticsearch.writing(), page_ids, _targets(elasticsearch.writing()))
    return len(page_ids)


def rebuild(language: str, progress: Progress = lambda done, total: None) -> int:
    """Build the index of a language anew beside live traffic, then swap; return the number of documents.

    While it runs, the worker writes every change to the new index too, so that none is lost.
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
            _write(client, page_ids, {language: [name]})
        done += len(page_ids)
        progress(done, total)
    return done


def _targets(client: Elasticsearch) -> dict[str, list[str]]:
    """Return the indices that a change must reach, by language: the live one and one being built."""
    targets: dict[str, list[str]] = {code: [] for code in indices.languages()}
    for code in targets:
        if (name := indices.current(client, code)) is not None:
            targets[code].append(name)
    for under_way in Rebuild.objects.filter(language_code__in=targets):
        if client.indices.exists(index=under_way.index_name):
            targets[under_way.language_code].append(under_way.index_name)
    return targets


def _write(client: Elasticsearch, page_ids: set[int], targets: dict[str, list[str]]) -> None:
    found = documents.documents_of(page_ids)
    helpers.bulk(client, _actions(page_ids, found, targets), ignore_status=[404])


def _actions(
    page_ids: set[int], found: dict[int, tuple[str, dict[str, Any]]], targets: dict[str, list[str]]
) -> Iterator[dict[str, Any]]:
    """Yield a bulk action for each page and index: its document, or its deletion where it has none."""
    for page_id in page_ids:
        language, source = found.get(page_id, ("", {}))
        for code, names in targets.items():
            for name in names:
                action = {"_index": name, "_id": str(page_id)}
                if code == language:
                    yield action | {"_op_type": "index", "_source": source}
                else:
                    yield action | {"_op_type": "delete"}
