"""Compares the index with the database, page by page, and mends what differs."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from elasticsearch import Elasticsearch, helpers
from wagtail.models import Locale

from search.elasticsearch import client as elasticsearch
from search.elasticsearch import indices
from search.indexing import documents
from search.models import Entry, PendingUpdate
from search.outbox.recording import indexing, record

CHUNK = 500


@dataclass
class Differences:
    """The ids of pages whose document is not what the page says now."""

    language: str
    pages: int = 0
    missing: set[int] = field(default_factory=set)
    stale: set[int] = field(default_factory=set)
    surplus: set[int] = field(default_factory=set)

    @property
    def all(self) -> set[int]:
        """Every page that differs."""
        return self.missing | self.stale | self.surplus


def compare(language: str) -> Differences:
    """Compose every page of a language anew and compare it with its document; changes that wait differ too."""
    client, name = elasticsearch.writing(), indices.alias(language)
    found = Differences(language)
    locale = Locale.objects.filter(language_code=language).first()
    seen: set[int] = set()
    for page_ids in documents.chunks_of(locale) if locale else []:
        wanted = {one.page_id: one.digest for one in documents.compose(page_ids)}
        indexed = _digests_of(client, name, list(wanted))
        found.missing |= wanted.keys() - indexed.keys()
        found.stale |= {pk for pk, digest in indexed.items() if digest != wanted[pk]}
        seen |= wanted.keys()
        found.pages += len(wanted)
    found.surplus = {pk for pk in _indexed(client, name) if pk not in seen}
    return found


def repair(found: Differences) -> None:
    """Record every page that differs, and make its entry forget what it thinks the index holds."""
    remaining = iter(sorted(found.all))
    while chunk := list(islice(remaining, CHUNK)):
        with indexing():
            Entry.objects.filter(page_id__in=chunk).update(digest="", is_waiting=True)
            known = set(Entry.objects.filter(page_id__in=chunk).values_list("page_id", flat=True))
            gone = [_unknown(pk, found.language) for pk in chunk if pk not in known]
            Entry.objects.bulk_create(gone, ignore_conflicts=True)
            record(chunk)


def waiting() -> int:
    """Return how many recorded changes have not reached the index."""
    return PendingUpdate.objects.values("page_id").distinct().count() + Entry.objects.waiting().count()


def _unknown(page_id: int, language: str) -> Entry:
    """Return an entry without a document: what stands in the index under its number has to go."""
    return Entry(page_id=page_id, language_code=language, source="", digest="", kind="", is_waiting=True)


def _digests_of(client: Elasticsearch, name: str, page_ids: list[int]) -> dict[int, str]:
    if not page_ids:
        return {}
    found = client.mget(index=name, ids=[str(pk) for pk in page_ids], source=["digest"]).body["docs"]
    return {int(one["_id"]): one["_source"]["digest"] for one in found if one.get("found")}


def _indexed(client: Elasticsearch, name: str) -> Iterator[int]:
    client.indices.refresh(index=name)
    for hit in helpers.scan(client, index=name, query={"_source": False}, size=1_000):
        yield int(hit["_id"])
