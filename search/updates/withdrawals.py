"""Pages that have become private: hidden from the moment of the change, whatever the index still holds."""

import logging
from collections.abc import Iterable

from django.db import connection, transaction

from search.elasticsearch import client as elasticsearch
from search.elasticsearch.breaker import breaker
from search.indexing import writing
from search.models import Entry, PendingUpdate, Withdrawal
from search.outbox.channels import VOCABULARY, notify
from search.outbox.recording import record

logger = logging.getLogger(__name__)


def withdraw(page_ids: Iterable[int]) -> None:
    """Hide pages in the caller's transaction, and take them from the index as soon as it is committed.

    They are recorded too, and come back with the next update if readers may find them then.
    """
    ids = sorted(set(page_ids))
    if not ids:
        return
    with transaction.atomic():
        Withdrawal.objects.bulk_create([Withdrawal(page_id=pk) for pk in ids], ignore_conflicts=True)
        _write_anew(ids)
        notify(VOCABULARY)
    transaction.on_commit(lambda: _take_out(ids))


def strike_off() -> None:
    """Forget the withdrawals that the index has carried out, so that only what waits is hidden by hand."""
    waiting = PendingUpdate.objects.values("page_id")
    on_the_way = Entry.objects.waiting().values("page_id")
    done = Withdrawal.objects.exclude(page_id__in=waiting).exclude(page_id__in=on_the_way)
    if done.delete()[0]:
        notify(VOCABULARY)


def _write_anew(page_ids: list[int]) -> None:
    """Record pages, and let their entries forget what the index holds of them: it may hold nothing any more."""
    Entry.objects.filter(page_id__in=page_ids).update(digest="")
    record(page_ids)


def _take_out(page_ids: list[int]) -> None:
    """Delete documents at once; where Elasticsearch is away they stay hidden until the worker was there.

    The worker may have been quicker, and what it wrote is deleted too: it is told to write again.
    """
    if not elasticsearch.configured() or connection.needs_rollback:
        return
    try:
        with breaker.guard():
            writing.delete(elasticsearch.prompt(), page_ids)
        with transaction.atomic():
            _write_anew(page_ids)
    except elasticsearch.SearchUnavailable as error:
        logger.warning("%s pages are hidden until the index lets them go. %s", len(page_ids), error)
