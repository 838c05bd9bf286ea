"""Nobody can keep the search busy alone: each client has so many questions a second."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from search.readers import limits
from search.readers.limits import Limiter
from tests import reading
from tests.conftest import Tree

pytestmark = pytest.mark.django_db

OTHER = "192.0.2.8"


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> list[float]:
    """Return the time that the limiter sees, in seconds; two questions a second are allowed."""
    now = [100.0]
    monkeypatch.setattr(limits.time, "monotonic", lambda: now[0])
    settings.SEARCH_REQUESTS_PER_SECOND = 2
    return now


def test_client_has_a_burst_and_then_so_many_a_second(clock: list[float]) -> None:
    limiter = Limiter()
    assert [limiter.seconds_to_wait("a") for _ in range(6)] == [0] * 6
    assert limiter.seconds_to_wait("a") == 1
    assert limiter.seconds_to_wait("b") == 0
    clock[0] += 0.5
    assert [limiter.seconds_to_wait("a") for _ in range(2)] == [0, 1]


def test_many_clients_take_no_more_room(clock: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_CLIENTS", 3)
    limiter = Limiter()
    for number in range(10):
        limiter.seconds_to_wait(str(number))
    assert len(limiter._buckets) == 3


@pytest.fixture
def exhausted(clock: list[float], monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Return the request parameters of a client that may ask nothing more at the moment."""
    limiter = Limiter()
    for module in ("thin", "views"):
        monkeypatch.setattr(f"search.readers.{module}.limiter", limiter)
    while not limiter.seconds_to_wait("192.0.2.7"):
        pass
    return {"REMOTE_ADDR": "192.0.2.7"}


def test_results_say_what_to_do(zh: Tree, en: Tree, client: Client, exhausted: dict[str, Any]) -> None:
    refused = client.get("/en/search/", {"q": "a"}, **exhausted)
    assert (refused.status_code, refused["Retry-After"]) == (429, "1")
    assert "Too many searches came from your address. Wait a moment." in refused.content.decode()
    assert client.get("/en/search/", {"q": "a"}, REMOTE_ADDR=OTHER).status_code == 200
    assert client.get("/en/search/", **exhausted).status_code == 200


def test_clients_behind_the_sites_own_proxy_are_told_apart(
    zh: Tree, en: Tree, client: Client, exhausted: dict[str, Any]
) -> None:
    behind: dict[str, Any] = {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "192.0.2.7"}
    assert client.get("/en/search/", {"q": "a"}, **behind).status_code == 429
    assert client.get("/en/search/", {"q": "a"}, **behind | {"HTTP_X_FORWARDED_FOR": OTHER}).status_code == 200


def test_page_without_a_query_is_never_refused(zh: Tree, client: Client, exhausted: dict[str, Any]) -> None:
    assert reading.main(client, "/zh-hans/search/")
