"""How entries reach the indices: in bulk, each as it stands in the database."""

import logging
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from elasticsearch import Elasticsearch

from search.elasticsearch import client as elasticsearch
from search.elasticsearch import indices
from search.models import Entry, Rebuild
from search.outbox.channels import INDEX, notify
from search.outbox.recording import BATCH, indexing

logger = logging.getLogger(__name__)

LARGEST_REQUEST = 4_000_000
BUSY = 429


def bring_batch() -> int:
    """Bring one batch of waiting entries to the indices; return how many it held, 0 for none.

    Raises the client's errors when Elasticsearch does not take them: then the batch keeps waiting.
    """
    with indexing():
        entries = list(Entry.objects.waiting().order_by("pk")[:BATCH])
        if entries:
            client = elasticsearch.writing()
            write(client, entries, _targets(client), refresh=any(not entry.source for entry in entries))
            Entry.objects.filter(pk__in=[entry.pk for entry in entries]).update(is_waiting=False)
            Entry.objects.filter(pk__in=[entry.pk for entry in entries], source="").delete()
            notify(INDEX)
    return len(entries)


def write(
    client: Elasticsearch, entries: Iterable[Entry], targets: dict[str, list[str]], refresh: bool = False
) -> None:
    """Write entries to the indices of their languages, a few megabytes at a time."""
    operations = (operation for entry in entries for operation in _operations(entry, targets))
    for request in _requests(operations):
        _check(client.bulk(operations=request, refresh=refresh).body)


def delete(client: Elasticsearch, page_ids: Iterable[int]) -> None:
    """Delete the documents of pages from every index, at once and for every reader."""
    names = [name for of_language in _targets(client).values() for name in of_language]
    actions = [{"delete": {"_index": name, "_id": str(pk)}} for pk in page_ids for name in names]
    if actions:
        _check(client.bulk(operations=actions, refresh=True).body)


def _operations(entry: Entry, targets: dict[str, list[str]]) -> Iterator[tuple[Any, ...]]:
    for language, names in targets.items():
        for name in names:
            place = {"_index": name, "_id": str(entry.page_id)}
            if entry.source and language == entry.language_code:
                yield {"index": place}, entry.source
            elif not entry.source or entry.language_code in targets:
                yield ({"delete": place},)


def _requests(operations: Iterator[tuple[Any, ...]]) -> Iterator[list[Any]]:
    request: list[Any] = []
    size = 0
    for operation in operations:
        request += operation
        size += 100 + sum(len(part) for part in operation if isinstance(part, str)) * 2
        if size > LARGEST_REQUEST:
            yield request
            request, size = [], 0
    if request:
        yield request


def _check(answer: dict[str, Any]) -> None:
    """Raise if the server is too busy; a document it never takes is logged, and must not stop the others."""
    if not answer["errors"]:
        return
    results = [result for item in answer["items"] for result in item.values()]
    refused = [result for result in results if result["status"] >= 400 and result["status"] != 404]
    if any(result["status"] == BUSY or result["status"] >= 500 for result in refused):
        raise BusyError(str(refused[0]))
    for result in islice(refused, 20):
        logger.error("Elasticsearch refuses page %s: %s", result["_id"], result["error"])


class BusyError(elasticsearch.SearchUnavailable):
    """Elasticsearch has no room for more at the moment: what was to be written keeps waiting."""


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
