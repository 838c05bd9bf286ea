"""The search of the editors' interface on a real Elasticsearch, which can read Chinese."""

import uuid
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from elasticsearch import Elasticsearch
from pytest_django import Settings

from designcity.settings import admin_search
from search.editors import backend as editors
from tests.conftest import Tree
from tests.factories import article

pytestmark = [pytest.mark.django_db, pytest.mark.elasticsearch]

Find = Callable[[str], list[str]]


@pytest.fixture
def find(settings: Settings, editor: Client, zh: Tree) -> Iterator[Find]:
    """Rebuild the editors' indices, then return the titles that a query finds."""
    if not settings.ELASTICSEARCH_URL:
        pytest.fail("These tests ask a real Elasticsearch: run `make test`, or set ELASTICSEARCH_URL.")
    prefix = f"designcity-test-{uuid.uuid4().hex[:8]}"
    for title in ("市里召开支撑机构座谈会", "先就座，再谈到会议", "Symposium on industrial design"):
        article(zh.news, title)
    settings.WAGTAILSEARCH_BACKENDS = admin_search.backends(settings.ELASTICSEARCH_URL, prefix)
    editors.breaker.reset()
    call_command("update_index", verbosity=0)
    with Elasticsearch(settings.ELASTICSEARCH_URL) as server:
        server.indices.refresh(index=f"{prefix}-*")
        yield lambda text: _titles(editor, text)
        for name in server.indices.get(index=f"{prefix}-*").body:
            server.indices.delete(index=name)


def _titles(editor: Client, text: str) -> list[str]:
    response: Any = editor.get(reverse("wagtailadmin_pages:search"), {"q": text})
    assert response.status_code == 200
    return sorted(page.title for page in response.context["page_obj"].object_list)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("座谈", ["市里召开支撑机构座谈会"]),
        ("座谈会", ["市里召开支撑机构座谈会"]),
        ("支撑机构", ["市里召开支撑机构座谈会"]),
        ("symp", ["Symposium on industrial design"]),
        ("谈到", ["先就座，再谈到会议"]),
        ("展览", []),
    ],
)
def test_words_are_found_and_scattered_characters_are_not(find: Find, text: str, titles: list[str]) -> None:
    assert find(text) == titles


def test_the_editors_search_survives_a_server_that_is_away(find: Find, settings: Settings) -> None:
    settings.WAGTAILSEARCH_BACKENDS = admin_search.backends("http://127.0.0.1:9", "away")
    editors.breaker.reset()
    assert find("座谈会") == ["市里召开支撑机构座谈会"]
    editors.breaker.reset()
