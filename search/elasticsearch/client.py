"""The connection to Elasticsearch, kept alive for the life of the process."""

from functools import cache

from django.conf import settings
from elastic_transport import BaseNode, Urllib3HttpNode
from elasticsearch import Elasticsearch, OrjsonSerializer

from search.elasticsearch.node import KeptAliveNode

WRITE_TIMEOUT = 30.0
PROMPT_TIMEOUT = 3.0
# What the network adds to the time that Elasticsearch allows itself.
GRACE_SECONDS = 0.05


class SearchUnavailable(Exception):
    """Elasticsearch cannot answer; the message is one sentence that says what to do."""


def configured() -> bool:
    """Whether the site has an Elasticsearch at all."""
    return bool(settings.ELASTICSEARCH_URL)


def reading() -> Elasticsearch:
    """Return the client for readers' requests: quick to give up, never retrying."""
    address = _address()
    # Over TLS by the client's own node class, which costs more and knows certificates.
    return _client(address, patience(), KeptAliveNode if address.startswith("http://") else None)


def patience() -> float:
    """Return how many seconds a reader's request may wait."""
    return float(settings.SEARCH_TIME_LIMIT_MS) / 1000 + GRACE_SECONDS


def writing() -> Elasticsearch:
    """Return the client for indexing."""
    return _client(_address(), WRITE_TIMEOUT)


def prompt() -> Elasticsearch:
    """Return the client for what an editor waits for."""
    return _client(_address(), PROMPT_TIMEOUT)


def unavailable(what: str) -> SearchUnavailable:
    """Return the error that says what Elasticsearch did, and what to look at."""
    address = settings.ELASTICSEARCH_URL
    return SearchUnavailable(
        f"Elasticsearch at {address} {what}: check that it runs and that ELASTICSEARCH_URL is right."
    )


def _address() -> str:
    if not configured():
        raise SearchUnavailable("ELASTICSEARCH_URL is empty: set it to the server's address.")
    return str(settings.ELASTICSEARCH_URL)


@cache
def _client(address: str, timeout: float, node: type[BaseNode] | None = None) -> Elasticsearch:
    return Elasticsearch(
        address,
        request_timeout=timeout,
        max_retries=0,
        retry_on_timeout=False,
        node_class=node or Urllib3HttpNode,
        serializer=OrjsonSerializer(),
    )
