"""Asking a service over HTTP: bounded in time, size and tries, and the key goes to nobody else.

Redirects are not followed. Nothing that is sent or answered is logged.
"""

import json
import time
from typing import Any

import requests
from requests.auth import AuthBase
from urllib3.exceptions import HTTPError, ReadTimeoutError

from translating.machine.troubles import Failed, Trouble, trouble_of

TO_CONNECT = 5.0
MOST_BYTES = 2 * 1024**2
CHUNK = 64 * 1024
TRIES = 3
LONGEST_WAIT = 20.0
AGAIN = {Trouble.AWAY, Trouble.LIMIT, Trouble.ERROR}


class Key(AuthBase):
    """The key of a request; as `auth`, so that no .netrc of the machine takes its place."""

    def __init__(self, key: str) -> None:
        self.key = key

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        if self.key:
            request.headers["Authorization"] = f"Bearer {self.key}"
        return request


def post(address: str, body: Any, key: str, timeout: float, pause: float = 1.0) -> Any:
    """Send JSON and return the JSON of the answer; raises Failed.

    A service that is away, busy or in error is asked at most three times, after a pause (seconds, then four
    times as long) or as soon as it says itself.
    """
    for number in range(1, TRIES + 1):
        try:
            return _once(address, body, key, timeout)
        except Failed as failed:
            wait = pause * 4 ** (number - 1) if failed.wait is None else failed.wait
            if number == TRIES or failed.trouble not in AGAIN or wait > LONGEST_WAIT:
                raise
        time.sleep(wait)
    raise AssertionError("the last try returns or raises")


def _once(address: str, body: Any, key: str, timeout: float) -> Any:
    until = time.monotonic() + timeout
    options: Any = {"timeout": (TO_CONNECT, timeout), "allow_redirects": False, "stream": True}
    try:
        with (
            requests.Session() as session,
            session.post(address, json=body, auth=Key(key), **options) as answer,
        ):
            if answer.status_code != requests.codes.ok:
                raise Failed(trouble_of(answer.status_code), _wait(answer))
            return json.loads(_content(answer, until))
    # What these carry may quote the address or the answer: the sentence of the trouble is enough.
    except (requests.Timeout, ReadTimeoutError):
        raise Failed(Trouble.SLOW) from None
    except (requests.RequestException, HTTPError, OSError):
        raise Failed(Trouble.AWAY) from None
    except ValueError:
        raise Failed(Trouble.NONSENSE) from None


def _content(answer: requests.Response, until: float) -> bytes:
    """Return what is sent, however slowly it drips, within the time and the size."""
    content = b""
    while chunk := answer.raw.read1(CHUNK, decode_content=True):
        content += chunk
        if time.monotonic() > until:
            raise Failed(Trouble.SLOW)
        if len(content) > MOST_BYTES:
            raise Failed(Trouble.NONSENSE)
    return content


def _wait(answer: requests.Response) -> float | None:
    """Return how many seconds a busy service wants to be left alone; None when it does not say."""
    said = answer.headers.get("Retry-After", "")
    return float(said) if said.isascii() and said.isdigit() else None
