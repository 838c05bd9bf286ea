"""A live Elasticsearch, with empty indices of the test's own."""

import uuid
from collections.abc import Callable, Iterator

import pytest
from pytest_django import Settings

from search.asking import engine
from search.asking.facets import Chosen
from search.elasticsearch import client, indices
from search.elasticsearch.breaker import breaker
from search.indexing.rebuilding import rebuild
from search.updates.worker import bring_all
from tests.conftest import Tree

Find = Callable[..., list[str]]


@pytest.fixture(autouse=True)
def live_indices(settings: Settings, zh: Tree, en: Tree) -> Iterator[None]:
    """Build the indices of both languages, and take them away afterwards."""
    if not settings.ELASTICSEARCH_URL:
        pytest.fail("These tests ask a real Elasticsearch: run `make test`, or set ELASTICSEARCH_URL.")
    settings.SEARCH_INDEX_PREFIX = f"designcity-test-{uuid.uuid4().hex[:8]}"
    breaker.reset()
    for language in indices.languages():
        rebuild(language)
    yield
    names = client.writing().indices.get(index=f"{settings.SEARCH_INDEX_PREFIX}-*").body
    for name in names:
        client.writing().indices.delete(index=name)


@pytest.fixture
def find() -> Find:
    """Bring all recorded changes, then return the titles that a query finds."""

    def titles(text: str, language: str = "zh-hans", kind: str = "") -> list[str]:
        _catch_up()
        return [hit.title for hit in engine.find(language, text, Chosen(kind=kind)).items]

    return titles


@pytest.fixture
def suggest() -> Find:
    """Bring all recorded changes, then return the titles that are suggested."""

    def titles(text: str, language: str = "zh-hans") -> list[str]:
        _catch_up()
        return [hit.title for hit in engine.suggest(language, text).items]

    return titles


def _catch_up() -> None:
    bring_all()
    client.writing().indices.refresh(index="designcity-test-*")
