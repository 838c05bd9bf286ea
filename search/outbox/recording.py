"""The list of pages whose entries may have changed: written by signals, emptied by the worker."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import connection, transaction

from search.models import PendingUpdate
from search.outbox.channels import UPDATES, notify

INDEXING_LOCK = 0x5EA2C4
BATCH = 300


_gathered: ContextVar[set[int] | None] = ContextVar("gathered", default=None)


@contextmanager
def gathered() -> Iterator[None]:
    """Record at the end of the block, at once, whatever pages are recorded in it; for those who write many.

    The block has to be one transaction, or to lie in one.
    """
    token = _gathered.set(set())
    try:
        yield
        pages = _gathered.get() or set()
    finally:
        _gathered.reset(token)
    record(pages)


def record(page_ids: Iterable[int]) -> None:
    """Record pages in the caller's transaction and wake the worker when it commits."""
    wanted = set(page_ids)
    waiting = _gathered.get()
    if waiting is not None:
        waiting |= wanted
        return
    updates = [PendingUpdate(page_id=pk) for pk in sorted(wanted)]
    if not updates:
        return
    with transaction.atomic():
        PendingUpdate.objects.bulk_create(updates)
        wake()


def wake() -> None:
    """Wake the worker when the caller's transaction commits."""
    notify(UPDATES)


@contextmanager
def taking_batch() -> Iterator[set[int]]:
    """Yield the ids of up to 300 waiting pages; they are struck off if the block ends without error."""
    with indexing():
        waiting = list(PendingUpdate.objects.values_list("pk", "page_id")[:BATCH])
        yield {page_id for _, page_id in waiting}
        PendingUpdate.objects.filter(pk__in=[pk for pk, _ in waiting]).delete()


@contextmanager
def indexing() -> Iterator[None]:
    """Hold the one place from which entries and documents are written, in a transaction.

    Whoever holds it reads the database afterwards and writes before letting go, so the last writer of an entry
    or a document has always seen the newest state, whether it is the worker or a rebuild.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [INDEXING_LOCK])
        yield
