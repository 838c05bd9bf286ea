"""The connection to Elasticsearch, kept alive for the life of the process, and the breaker in front of it."""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from django.conf import settings
from elasticsearch import ApiError, Elasticsearch, TransportError

logger = logging.getLogger(__name__)

READ_TIMEOUT = 2.0
WRITE_TIMEOUT = 30.0
REST_SECONDS = 5.0


class SearchUnavailable(Exception):
    """Elasticsearch cannot answer; the message is one sentence that says what to do."""


class Breaker:
    """Stops asking a server that just failed, so that readers don't wait for it again and again."""

    def __init__(self) -> None:
        self._closed_until = 0.0

    @contextmanager
    def guard(self) -> Iterator[None]:
        """Run a request; a failure becomes SearchUnavailable and rests the server for five seconds."""
        if time.monotonic() < self._closed_until:
            raise SearchUnavailable(_sentence("is resting after a failure"))
        try:
            yield
        except (TransportError, ApiError) as error:
            self._closed_until = time.monotonic() + REST_SECONDS
            message = _sentence(f"did not answer ({type(error).__name__})")
            logger.warning(message)
            raise SearchUnavailable(message) from error

    def reset(self) -> None:
        """Ask again at once."""
        self._closed_until = 0.0


breaker = Breaker()


def configured() -> bool:
    """Whether the site has an Elasticsearch at all."""
    return bool(settings.ELASTICSEARCH_URL)


def reading() -> Elasticsearch:
    """Return the client for readers' requests: quick to give up, never retrying."""
    return _client(_address(), READ_TIMEOUT)


def writing() -> Elasticsearch:
    """Return the client for indexing."""
    return _client(_address(), WRITE_TIMEOUT)


def _address() -> str:
    if not configured():
        raise SearchUnavailable("ELASTICSEARCH_URL is empty: set it to the server's address.")
    return str(settings.ELASTICSEARCH_URL)


@cache
def _client(address: str, timeout: float) -> Elasticsearch:
    return Elasticsearch(address, request_timeout=timeout, max_retries=0, retry_on_timeout=False)


def _sentence(what: str) -> str:
    address = settings.ELASTICSEARCH_URL
    return f"Elasticsearch at {address} {what}: check that it runs and that ELASTICSEARCH_URL is right."
