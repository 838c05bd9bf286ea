"""Readers' questions to Elasticsearch: each behind the breaker, by the shortest way through the client."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from django.conf import settings
from elasticsearch import ApiError, Elasticsearch

from search.elasticsearch import client
from search.elasticsearch.breaker import breaker
from search.elasticsearch.indices import alias

_JSON = "application/vnd.elasticsearch+json; compatible-with=9"
_HEADERS = {"accept": _JSON, "content-type": _JSON}


def search(language: str, request: dict[str, Any], only: Sequence[str] = ()) -> dict[str, Any]:
    """Return what the index of a language answers to a search request, as the search API has both.

    `only` names the parts of the answer that are read (its `filter_path`). Raises `SearchUnavailable` when
    Elasticsearch cannot answer, or rests.
    """
    with breaker.guard():
        return _answer(client.reading(), client.patience(), language, bounded(request), only)


def bounded(request: dict[str, Any]) -> dict[str, Any]:
    """Return a search request with the time it may take; Elasticsearch answers with what it has by then."""
    return request | {"timeout": f"{settings.SEARCH_TIME_LIMIT_MS}ms"}


def search_patiently(language: str, request: dict[str, Any]) -> dict[str, Any]:
    """Return the same where no reader waits; raises the client's errors."""
    return _answer(client.writing(), client.WRITE_TIMEOUT, language, request)


def _answer(
    asked: Elasticsearch, seconds: float, language: str, request: dict[str, Any], only: Sequence[str] = ()
) -> dict[str, Any]:
    target = f"/{quote(alias(language))}/_search"
    if only:
        target += f"?filter_path={','.join(only)}"
    response = asked.transport.perform_request(
        "POST", target, headers=_HEADERS, body=request, request_timeout=seconds
    )
    if response.meta.status != 200:
        raise ApiError(f"answered {response.meta.status}", response.meta, response.body)
    answer: dict[str, Any] = response.body
    return answer
