"""The suggestions in front of Django answer as the address inside it does, and leave the rest alone."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from wsgiref.util import setup_testing_defaults

import pytest
from django.test import Client
from pytest_django import Settings

from search.readers.limits import Limiter
from search.readers.thin import with_suggestions
from tests.conftest import Tree
from tests.factories import article

pytestmark = pytest.mark.django_db


@dataclass
class Response:
    """What a WSGI application answered."""

    status: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


def behind(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """Stand for the application behind the suggestions."""
    start_response("299 Passed on", [])
    return [b"passed on"]


def ask(path: str, query: str = "", method: str = "GET", **environ: str) -> Response:
    """Return the answer to a request."""
    response = Response()
    given: dict[str, Any] = {"PATH_INFO": path, "QUERY_STRING": query, "REQUEST_METHOD": method}
    given |= {"wsgi.input": BytesIO(), "REMOTE_ADDR": "192.0.2.7", **environ}
    setup_testing_defaults(given)

    def start(status: str, headers: list[tuple[str, str]]) -> None:
        response.status, response.headers = status, dict(headers)

    response.body = b"".join(with_suggestions(behind)(given, start))
    return response


@pytest.fixture(autouse=True)
def _from_the_database(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.ELASTICSEARCH_URL = ""
    # The connection holds the test's own transaction.
    monkeypatch.setattr("search.readers.thin.close_old_connections", lambda: None)


SUGGEST, DESIGN = "/zh-hans/search/suggest/", "q=%E8%AE%BE%E8%AE%A1"


def test_answer_is_the_one_of_the_address_inside_django(zh: Tree, client: Client) -> None:
    article(zh.news, "设计周开幕")
    inner, outer = client.get(f"{SUGGEST}?{DESIGN}"), ask(SUGGEST, DESIGN)
    assert inner.json()["total"] == 2
    assert outer.status == "200 OK"
    assert json.loads(outer.body) == inner.json()
    assert outer.headers["ETag"] == inner["ETag"]
    assert outer.headers["Cache-Control"] == inner["Cache-Control"]
    assert outer.headers["Content-Length"] == str(len(outer.body))


def test_unchanged_answer_is_not_sent_again(zh: Tree) -> None:
    first = ask(SUGGEST, DESIGN)
    again = ask(SUGGEST, DESIGN, HTTP_IF_NONE_MATCH=first.headers["ETag"])
    assert (again.status, again.body) == ("304 Not Modified", b"")


def test_characters_that_were_not_encoded_are_understood(zh: Tree) -> None:
    assert json.loads(ask(SUGGEST, "q=设计".encode().decode("latin-1")).body)["query"] == "设计"


def test_head_has_no_body(zh: Tree) -> None:
    head = ask(SUGGEST, DESIGN, method="HEAD")
    assert (head.status, head.body) == ("200 OK", b"")


@pytest.mark.parametrize(
    ("path", "method"),
    [
        ("/zh-hans/search/", "GET"),
        ("/xx/search/suggest/", "GET"),
        ("/zh-hans/search/suggest/more/", "GET"),
        ("/x/zh-hans/search/suggest/", "GET"),
        (SUGGEST, "POST"),
        ("", "GET"),
    ],
)
def test_everything_else_is_passed_on(path: str, method: str) -> None:
    assert ask(path, method=method).status == "299 Passed on"


@pytest.mark.parametrize(
    "query", ["", "q", "q=%", "q=%FF%FE", "q=%00", "q=%ED%A0%80", "x=1&" * 50, "q=" + "a" * 9_000, ";;&&=="]
)
def test_no_query_is_an_error(zh: Tree, query: str) -> None:
    assert ask(SUGGEST, query).status == "200 OK"


def test_client_that_asks_too_often_is_told_when_to_come_back(
    zh: Tree, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.readers.thin.limiter", Limiter())
    settings.SEARCH_REQUESTS_PER_SECOND = 1
    answers = [ask(SUGGEST, DESIGN) for _ in range(4)]
    assert [answer.status[:3] for answer in answers] == ["200", "200", "200", "429"]
    assert answers[-1].headers["Retry-After"] == "1"
    assert ask(SUGGEST, DESIGN, REMOTE_ADDR="192.0.2.9").status == "200 OK"
