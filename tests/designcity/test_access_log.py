"""The access log says what was answered, and not what was typed."""

import logging
from collections.abc import Iterable
from typing import Any

import pytest

from designcity.access_log import with_access_log


def answering(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    if environ["PATH_INFO"] == "/broken/":
        raise ValueError("broken")
    start_response("404 Not Found", [])
    return [b"nothing"]


def ask(path: str) -> Iterable[bytes]:
    environ = {"REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": "q=secret"}
    return with_access_log(answering)(environ, lambda *_: None)


def test_method_path_status_and_time_are_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "designcity.access_log"):
        assert ask("/en/search/") == [b"nothing"]
    assert caplog.messages[0].startswith("GET /en/search/ 404 ")
    assert "secret" not in caplog.text


def test_request_that_fails_is_logged_too(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "designcity.access_log"), pytest.raises(ValueError, match="broken"):
        ask("/broken/")
    assert caplog.messages[0].startswith("GET /broken/ - ")


@pytest.mark.parametrize("room", ["drafts", "requests"])
def test_the_secret_of_a_shared_draft_and_of_a_request_is_left_out(
    room: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "designcity.access_log"):
        ask(f"/zh-hans/{room}/abc.def/")
    assert caplog.messages[0].startswith(f"GET /zh-hans/{room}/… 404 ")


def test_path_cannot_forge_a_line(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "designcity.access_log"):
        ask("/a\n2026 GET /b")
    assert "\n" not in caplog.messages[0]
