"""Elasticsearch out of reach: readers get plainer results, and the server is left in peace for a while."""

import logging
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client
from elasticsearch import ApiError, Elasticsearch
from pytest_django import Settings

from search.elasticsearch import breaker as breakers
from search.elasticsearch import client as elasticsearch
from search.elasticsearch.breaker import breaker
from tests import reading
from tests.conftest import Tree
from tests.factories import article

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nobody_answers(settings: Settings) -> Iterator[None]:
    settings.ELASTICSEARCH_URL = "http://127.0.0.1:9"
    breaker.reset()
    yield
    breaker.reset()


def test_readers_get_plainer_results_and_are_told(zh: Tree, en: Tree, client: Client) -> None:
    article(en.news, "Symposium held")
    words = reading.main(client, "/en/search/", q="symposium")
    assert "Symposium held" in words
    assert "The full search is resting. These are simpler results." in words


def test_suggestions_come_all_the_same(zh: Tree, client: Client) -> None:
    article(zh.news, "座谈会")
    assert client.get("/zh-hans/search/suggest/", {"q": "座谈"}).json()["total"] == 1


def test_a_server_that_failed_is_not_asked_again_at_once(
    zh: Tree, client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    asked: list[str] = []
    real = elasticsearch._client

    def remembering(address: str, *options: Any) -> Elasticsearch:
        asked.append(address)
        return real(address, *options)

    monkeypatch.setattr(elasticsearch, "_client", remembering)
    with caplog.at_level(logging.WARNING, "search.elasticsearch.breaker"):
        for _ in range(3):
            client.get("/zh-hans/search/", {"q": "座谈"})
    assert asked == ["http://127.0.0.1:9"]
    [record] = caplog.records
    assert "check that it runs and that ELASTICSEARCH_URL is right" in record.getMessage()


def test_neither_server_there_is_an_empty_answer_and_no_error(
    zh: Tree, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(_: object) -> None:
        raise OperationalError("the connection is closed")

    monkeypatch.setattr("search.asking.suggesting.database.suggest", away)
    answer = client.get("/zh-hans/search/suggest/", {"q": "座谈"})
    assert answer.json() == {"query": "座谈", "groups": [], "total": 0, "is_partial": True}


def test_question_that_is_refused_rests_nobody() -> None:
    own = breakers.Breaker()
    meta: Any = SimpleNamespace(status=400)
    with pytest.raises(elasticsearch.SearchUnavailable, match="refuses a question"), own.guard():
        raise ApiError("bad", meta, {})
    assert not own.is_open


def test_after_the_rest_the_server_is_asked_again(
    zh: Tree, client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(breakers, "REST_SECONDS", 0.0)
    with caplog.at_level(logging.WARNING, "search.elasticsearch.breaker"):
        for _ in range(2):
            client.get("/zh-hans/search/suggest/", {"q": "座谈"})
    assert len(caplog.records) == 2
