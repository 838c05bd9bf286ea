"""The desk's page about the index: its state, and the button that builds it anew."""

import datetime
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from bs4 import Tag
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoAssertNumQueries, Settings

from search.elasticsearch import client as elasticsearch
from search.elasticsearch import indices
from search.models import Entry, LastRebuild, PendingUpdate, Rebuild
from search.models.rebuilds import Failure
from search.updates.worker import bring_all
from tests.admin.desk import colleague, speak
from tests.conftest import Tree
from tests.factories import article
from tests.reading import one, page

pytestmark = pytest.mark.django_db

ADDRESS = "/admin/search-desk/index/"
AWAY = "http://127.0.0.1:9"


@pytest.fixture(autouse=True)
def _in_english(editor: Client) -> None:
    speak("en")


@pytest.fixture
def server(settings: Settings, en: Tree) -> Iterator[None]:
    """A real Elasticsearch, where this test has indices of its own."""
    if not settings.ELASTICSEARCH_URL:
        pytest.fail("These tests ask a real Elasticsearch: run `make test`, or set ELASTICSEARCH_URL.")
    settings.SEARCH_INDEX_PREFIX = f"designcity-test-{uuid.uuid4().hex[:8]}"
    client = elasticsearch.writing()
    yield
    for name in client.indices.get(index=f"{settings.SEARCH_INDEX_PREFIX}-*").body:
        client.indices.delete(index=name)


@pytest.fixture
def in_background(settings: Settings) -> None:
    """Tasks wait in the database, as they do outside tests; here nobody works them off."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


def _rebuild(client: Client, language: str = "zh-hans") -> str:
    """Press the button; return what the page then says."""
    response: Any = client.post(reverse("search_index:rebuild", args=[language]), follow=True)
    assert response.status_code == 200
    return " ".join(map(str, response.context["messages"]))


def _card(client: Client, language: str = "zh-hans") -> Tag:
    return one(page(client, ADDRESS), f"[data-language={language}]")


def _figures(client: Client, language: str = "zh-hans") -> list[str]:
    return [figure.get_text() for figure in _card(client, language).select("dd")]


@pytest.mark.elasticsearch
def test_the_button_builds_the_index_and_the_page_says_so(server: None, zh: Tree, editor: Client) -> None:
    assert _figures(editor)[:2] == ["–", "4"]
    assert "is being built anew" in _rebuild(editor)
    assert _figures(editor)[:2] == ["4", "4"]
    assert "4 pages in" in _card(editor).get_text()
    assert LastRebuild.objects.get().documents == 4
    assert _figures(editor, "en")[0] == "–"


@pytest.mark.elasticsearch
def test_changes_are_counted_by_language_until_they_have_arrived(
    server: None, zh: Tree, editor: Client
) -> None:
    for language in indices.languages():
        _rebuild(editor, language)
    bring_all()
    assert [_figures(editor, language)[2:] for language in ("zh-hans", "en")] == [["0", "0"], ["0", "0"]]
    article(zh.news, "座谈会")
    Entry.objects.filter(page_id=zh.home.pk).update(is_waiting=True)
    assert [_figures(editor, language)[2:] for language in ("zh-hans", "en")] == [["1", "1"], ["0", "0"]]


@pytest.mark.elasticsearch
def test_the_page_names_the_servers_version_and_its_disk(server: None, editor: Client) -> None:
    version = elasticsearch.prompt().info().body["version"]["number"]
    words = page(editor, ADDRESS).get_text()
    assert f"Elasticsearch {version};" in " ".join(words.split())
    assert "are free on its disk" in words


@pytest.mark.parametrize(("address", "said"), [(AWAY, "does not answer"), ("", "has no Elasticsearch")])
def test_a_server_that_is_away_is_said_in_a_sentence(
    zh: Tree, editor: Client, settings: Settings, address: str, said: str
) -> None:
    settings.ELASTICSEARCH_URL = address
    assert said in one(page(editor, ADDRESS), ".help-block").get_text()
    assert _figures(editor)[:2] == ["–", "4"]


def test_a_rebuild_that_failed_says_why_and_another_may_begin(
    zh: Tree, editor: Client, settings: Settings
) -> None:
    settings.ELASTICSEARCH_URL = AWAY
    _rebuild(editor)
    assert LastRebuild.objects.get().failure == Failure.AWAY
    assert "Elasticsearch did not answer." in _card(editor).get_text()
    assert "is being built anew" in _rebuild(editor)


def test_a_rebuild_is_asked_for_once_until_it_begins(
    zh: Tree, editor: Client, settings: Settings, in_background: None
) -> None:
    settings.ELASTICSEARCH_URL = AWAY
    assert "is being built anew" in _rebuild(editor)
    assert "already" in _rebuild(editor)
    assert DBTaskResult.objects.count() == 1
    assert _card(editor)["data-state"] == "awaited"
    assert _card(editor, "en")["data-state"] == "idle"
    LastRebuild.objects.update(asked_at=timezone.now() - datetime.timedelta(minutes=11))
    assert "is being built anew" in _rebuild(editor)


def test_no_second_rebuild_begins_beside_one_under_way(zh: Tree, editor: Client, settings: Settings) -> None:
    settings.ELASTICSEARCH_URL = AWAY
    Rebuild.objects.create(language_code="zh-hans", index_name="one", done=20, total=80)
    assert "already" in _rebuild(editor)
    card = _card(editor)
    assert one(card, "progress")["value"] == "20"
    assert "20 of 80 pages" in card.get_text()
    assert "disabled" in one(card, "button").attrs


def test_a_rebuild_without_a_sign_of_life_is_called_interrupted(
    zh: Tree, editor: Client, settings: Settings
) -> None:
    settings.ELASTICSEARCH_URL = AWAY
    Rebuild.objects.create(language_code="zh-hans", index_name="one", done=20, total=80)
    Rebuild.objects.update(beat_at=timezone.now() - datetime.timedelta(seconds=61))
    card = _card(editor)
    assert card["data-state"] == "stalled"
    assert "no sign of life" in card.get_text()
    assert "is being built anew" in _rebuild(editor)


def test_the_progress_is_told_as_json(
    zh: Tree, editor: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    Rebuild.objects.create(language_code="zh-hans", index_name="one", done=20, total=80)
    with django_assert_max_num_queries(5):
        answer = editor.get(reverse("search_index:progress"))
    assert "no-store" in answer["Cache-Control"]
    told = answer.json()
    assert told["zh-hans"] == {"state": "running", "done": 20, "total": 80, "text": "20 of 80 pages"}
    assert told["en"]["state"] == "idle"


def test_the_page_costs_a_bounded_number_of_queries(
    zh: Tree,
    en: Tree,
    editor: Client,
    settings: Settings,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    settings.ELASTICSEARCH_URL = AWAY
    PendingUpdate.objects.bulk_create(PendingUpdate(page_id=en.home.pk) for _ in range(300))
    editor.get(ADDRESS)
    with django_assert_max_num_queries(100):  # two for each page type in each language
        editor.get(ADDRESS)


def test_looking_is_one_permission_and_building_another(zh: Tree, settings: Settings) -> None:
    settings.ELASTICSEARCH_URL = AWAY
    client = colleague("search.view_rebuild")
    assert _card(client).select("button") == []
    client.post(reverse("search_index:rebuild", args=["zh-hans"]))
    assert not LastRebuild.objects.exists()


def test_only_a_language_of_the_site_is_built(zh: Tree, editor: Client) -> None:
    assert editor.post(reverse("search_index:rebuild", args=["xx"]), follow=True).status_code == 404
    assert not LastRebuild.objects.exists()
    assert editor.get(reverse("search_index:rebuild", args=["en"])).status_code == 405
