"""The process that brings recorded changes to Elasticsearch, as soon as they are committed."""

import logging
import time
from collections.abc import Iterator
from contextlib import closing

import psycopg
from django.db import Error, connection
from elasticsearch import ApiError, TransportError

from search.attachments.reading import read_waiting, unread
from search.elasticsearch import client
from search.indexing.entries import refresh
from search.indexing.writing import bring_batch
from search.outbox.channels import UPDATES, listening
from search.outbox.recording import record, taking_batch
from search.updates.withdrawals import strike_off

logger = logging.getLogger(__name__)

IDLE_SECONDS = 5.0
LONGEST_WAIT = 10.0
FAILURES = (TransportError, ApiError, Error, psycopg.Error, client.SearchUnavailable)


def work() -> None:
    """Bring changes for ever; failures of either server are waited out, and nothing recorded is lost."""
    if not client.configured():
        logger.warning("No Elasticsearch is configured: only the database is searched.")
    failures = 0
    while True:
        try:
            for _wake_up in _wake_ups():
                bring_all()
                failures = 0
        except FAILURES as error:
            failures += 1
            wait = min(2.0 ** (failures - 1), LONGEST_WAIT)
            logger.warning("Changes wait: %s. Trying again in %.0f s.", _first_line(error), wait)
            connection.close()
            time.sleep(wait)


def bring_all() -> int:
    """Bring every recorded change; return how many pages were brought.

    First the entries in the database, which need no Elasticsearch; then the indices; then the words of new
    attachments, which take longest, with the pages that offer them.
    """
    brought = _bring_recorded()
    while unread().exists():
        record(read_waiting())
        brought += _bring_recorded()
    return brought


def refresh_entries() -> int:
    """Bring the entries of all recorded pages up to date; return how many pages that were."""
    refreshed = 0
    while True:
        with taking_batch() as page_ids:
            refresh(page_ids)
        if not page_ids:
            return refreshed
        refreshed += len(page_ids)


def _bring_recorded() -> int:
    brought = refresh_entries()
    if client.configured():
        while bring_batch():
            pass
        strike_off()
    return brought


def _wake_ups() -> Iterator[None]:
    """Yield at once, then at every notice from the database, and every five seconds to be safe."""
    with closing(listening(UPDATES)) as notices:
        while True:
            yield
            for _notice in notices.notifies(timeout=IDLE_SECONDS, stop_after=1):
                pass


def _first_line(error: Exception) -> str:
    return f"{type(error).__name__}: {error}".splitlines()[0][:200]
