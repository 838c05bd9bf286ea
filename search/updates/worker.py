"""The process that brings recorded changes to Elasticsearch, as soon as they are committed."""

import logging
import time
from collections.abc import Iterator
from contextlib import closing

import psycopg
from django.db import Error, connection
from elasticsearch import ApiError, TransportError
from wagtail.models import Site

from search.attachments.reading import read_waiting, unread
from search.elasticsearch import client
from search.indexing.entries import fill_terms, refresh
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

    Of each batch first the entries in the database, then the indices. At last what takes longest: the words
    that a rebuild has left out, and those of new attachments, with the pages that offer them.
    """
    brought = _bring_recorded()
    while fill_terms():
        brought += _bring_recorded()
    while unread().exists():
        record(read_waiting())
        brought += _bring_recorded()
    return brought


def refresh_entries() -> int:
    """Bring the entries of all recorded pages up to date; return how many pages that were."""
    return sum(iter(_refresh_batch, 0))


def _refresh_batch() -> int:
    # They are kept for an hour: below a home page whose path has changed no page would have an address.
    Site.clear_site_root_paths_cache()
    with taking_batch() as page_ids:
        refresh(page_ids)
    return len(page_ids)


def _bring_recorded() -> int:
    """Bring batch after batch all the way, so that none is kept waiting by those that keep coming."""
    brought = 0
    while batch := _refresh_batch():
        brought += batch
        _bring_waiting()
    _bring_waiting()
    return brought


def _bring_waiting() -> None:
    """Bring the waiting entries to the indices; the entries of all others need no Elasticsearch."""
    if not client.configured():
        return
    try:
        while bring_batch():
            pass
        strike_off()
    except (TransportError, ApiError, client.SearchUnavailable):
        refresh_entries()
        while fill_terms():
            pass
        raise


def _wake_ups() -> Iterator[None]:
    """Yield at once, then at every notice from the database, and every five seconds to be safe."""
    with closing(listening(UPDATES)) as notices:
        while True:
            yield
            for _notice in notices.notifies(timeout=IDLE_SECONDS, stop_after=1):
                pass


def _first_line(error: Exception) -> str:
    return f"{type(error).__name__}: {error}".splitlines()[0][:200]
