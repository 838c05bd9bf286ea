"""The vocabulary kept in memory, for requests that may not ask the database.

A thread of each web process listens to PostgreSQL and loads the vocabulary anew at every change, so that a page
that becomes private leaves the suggestions at once. It hears of every change of the indices too: until then
answers can be kept. While it cannot hear, nothing is kept.
"""

import logging
import threading
import time
from contextlib import closing
from dataclasses import dataclass

import psycopg
from django.conf import settings
from django.db import DatabaseError, InterfaceError, connection

from search.asking import vocabulary
from search.asking.vocabulary import Vocabulary
from search.outbox.channels import INDEX, VOCABULARY, listening

logger = logging.getLogger(__name__)

QUIET_SECONDS = 20.0
RETRY_SECONDS = 1.0
FIRST_WAIT = 3.0
SETTLING_SECONDS = 1.0
"""More than an index takes to refresh."""


@dataclass(frozen=True)
class Heard:
    """The vocabulary (None: not known yet), the number of changes so far, whether the next would be heard.

    Until `settled_at`, by the monotonic clock, Elasticsearch may answer as before the last change.
    """

    vocabulary: Vocabulary | None = None
    generation: int = 0
    is_live: bool = False
    settled_at: float = 0.0


class Listener:
    """Starts its thread with the first request: a process that was forked afterwards has none."""

    def __init__(self) -> None:
        self._heard = Heard()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._ready = threading.Event()

    def hear(self) -> Heard:
        """Return what is known now; where nobody listens, as in tests, the database is asked."""
        if not settings.SEARCH_LISTENS:
            return Heard(vocabulary.load())
        if not self._ready.is_set():
            self._start()
        return self._heard

    def _start(self) -> None:
        with self._lock:
            if self._thread is None:
                thread = threading.Thread(target=self._listen, name="search-listener", daemon=True)
                thread.start()
                self._thread = thread
        self._ready.wait(FIRST_WAIT)

    def _listen(self) -> None:
        while True:
            try:
                self._listen_until_it_fails()
            except (psycopg.Error, DatabaseError, InterfaceError) as error:
                self._heard = Heard(self._heard.vocabulary, self._heard.generation + 1)
                logger.warning("The search cannot hear of changes (%s); trying again.", type(error).__name__)
                time.sleep(RETRY_SECONDS)
            finally:
                connection.close()

    def _listen_until_it_fails(self) -> None:
        with closing(listening(VOCABULARY, INDEX)) as notices:
            channel = VOCABULARY
            while True:
                self._take_note(channel)
                self._ready.set()
                channel = self._next(notices)

    def _take_note(self, channel: str) -> None:
        known = self._heard.vocabulary
        if channel == VOCABULARY or known is None:
            # Loaded after listening began: what changes meanwhile is heard next.
            known = vocabulary.load()
            connection.close()
        settled_at = time.monotonic() + SETTLING_SECONDS
        self._heard = Heard(known, self._heard.generation + 1, is_live=True, settled_at=settled_at)

    def _next(self, notices: psycopg.Connection) -> str:
        """Wait for a notice and return its channel; a quiet connection is tried now and then."""
        while not (heard := list(notices.notifies(timeout=QUIET_SECONDS, stop_after=1))):
            notices.execute("SELECT 1")
        # One packet may bring several; what is known of an index goes with the vocabulary too.
        return VOCABULARY if any(notice.channel == VOCABULARY for notice in heard) else INDEX


listener = Listener()
