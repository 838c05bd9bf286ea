"""The circuit breaker in front of Elasticsearch: readers don't wait for a server that has just failed."""

import logging
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from elasticsearch import ApiError, ConnectionTimeout, TransportError

from search.elasticsearch.client import SearchUnavailable, unavailable

logger = logging.getLogger(__name__)

REST_SECONDS = 5.0
BUSY = 429
SLOW_ANSWERS = 3
"""One slow answer may be the query's fault; so many in a row are the server's."""


class Breaker:
    """Lets requests through while the server answers; after a failure, one at a time once it has rested."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._slow = 0
        self._opened_until: float | None = None

    @contextmanager
    def guard(self) -> Iterator[None]:
        """Run a request; a failure becomes SearchUnavailable and rests the server for five seconds."""
        if not self._may_pass():
            raise unavailable("is resting after a failure")
        try:
            yield
        except (TransportError, ApiError) as error:
            raise self._failed(error) from error
        self._slow, self._opened_until = 0, None

    @property
    def is_open(self) -> bool:
        """Whether requests are turned away at the moment."""
        return self._opened_until is not None

    def reset(self) -> None:
        """Ask again at once."""
        self._slow, self._opened_until = 0, None

    def _may_pass(self) -> bool:
        if self._opened_until is None:
            return True
        with self._lock:
            now = time.monotonic()
            if self._opened_until is not None and now < self._opened_until:
                return False
            # This request tries the server; the others go on resting until it has come back.
            self._opened_until = now + REST_SECONDS
            return True

    def _failed(self, error: Exception) -> SearchUnavailable:
        if isinstance(error, ApiError) and error.meta.status < 500 and error.meta.status != BUSY:
            logger.error("Elasticsearch refuses a question: %s", error)
            return unavailable(f"refuses a question ({error.meta.status})")
        self._slow = self._slow + 1 if isinstance(error, ConnectionTimeout) else SLOW_ANSWERS
        if self._slow >= SLOW_ANSWERS:
            self._opened_until = time.monotonic() + REST_SECONDS
        sentence = unavailable(f"did not answer ({type(error).__name__})")
        logger.warning("%s", sentence)
        return sentence


breaker = Breaker()
