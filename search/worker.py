"""The process that brings recorded changes to Elasticsearch, as soon as they are committed."""

import logging
import time
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import psycopg
from django.db import OperationalError, connection
from elasticsearch import ApiError, TransportError
from elasticsearch.helpers import BulkIndexError

from search import client
from search.indexing import bring_batch
from search.outbox import CHANNEL

logger = logging.getLogger(__name__)

IDLE_SECONDS = 5.0
LONGEST_WAIT = 30.0
FAILURES = (
    TransportError,
    ApiError,
    BulkIndexError,
    OperationalError,
    psycopg.Error,
    client.SearchUnavailable,
)


def work() -> None:
    """Bring changes for ever; failures of either server are waited out, and nothing recorded is lost."""
    if not client.configured():
        logger.warning("No Elasticsearch is configured: changes are recorded until ELASTICSEARCH_URL is set.")
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
    """Bring every recorded change; return how many pages were brought."""
    brought = 0
    while client.configured() and (number := bring_batch()):
        brought += number
    return brought


def _wake_ups() -> Iterator[None]:
    """Yield at once, then at every notice from the database, and every five seconds to be safe."""
    params = connection.get_connection_params()
    with closing(psycopg.connect(**_plain(params), autocommit=True)) as listening:
        listening.execute(f"LISTEN {CHANNEL}")
        while True:
            yield
            for _notice in listening.notifies(timeout=IDLE_SECONDS, stop_after=1):
                pass


def _plain(params: dict[str, Any]) -> dict[str, Any]:
    """Keep what psycopg itself takes: Django's own factories and options stay out."""
    wanted = {"dbname", "user", "password", "host", "port", "sslmode", "sslrootcert"}
    return {name: value for name, value in params.items() if name in wanted}


def _first_line(error: Exception) -> str:
    return f"{type(error).__name__}: {error}".splitlines()[0][:200]
