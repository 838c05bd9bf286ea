"""The pictures of a page: fetched before its draft is made, under the same guard as the page."""

import base64
import binascii
import time
from urllib.parse import urljoin

from bs4 import BeautifulSoup
from bs4.element import Tag

from exchange.composing.pictures import address_of
from exchange.refusals import Refused
from exchange.web.fetching import MOST_BYTES, MOST_SECONDS, PICTURES, PUBLIC, fetch
from exchange.web.guard import Guard

MOST_PICTURES = 24
MOST_BYTES_TOGETHER = 40 * 1024**2
MOST_SECONDS_TOGETHER = 45.0


def addresses_in(html: str) -> list[str]:
    """Return the addresses of the pictures in a text as they stand there, each once."""
    images = BeautifulSoup(html, "html.parser").find_all("img")
    return list(dict.fromkeys(filter(None, (address_of(image) for image in images if isinstance(image, Tag)))))


def fetched(html: str, base: str, guard: Guard = PUBLIC) -> dict[str, bytes]:
    """Return the pictures of a text that can be had, by their addresses as they stand there."""
    until = time.monotonic() + MOST_SECONDS_TOGETHER
    left = MOST_BYTES_TOGETHER
    found: dict[str, bytes] = {}
    for address in addresses_in(html)[:MOST_PICTURES]:
        seconds = min(MOST_SECONDS, until - time.monotonic())
        content = _one(address, base, guard, seconds) if seconds > 0 else None
        if content and len(content) <= left:
            left -= len(content)
            found[address] = content
    return found


def _one(address: str, base: str, guard: Guard, seconds: float) -> bytes | None:
    if address.startswith("data:"):
        return _within(address)
    try:
        return fetch(urljoin(base, address), PICTURES, guard, seconds).content
    except (Refused, ValueError):
        return None


def _within(address: str) -> bytes | None:
    """Return a picture that stands in its address."""
    head, _comma, data = address.partition(",")
    if not head.endswith(";base64") or len(data) > MOST_BYTES * 4 // 3:
        return None
    try:
        return base64.b64decode(data, validate=True)
    except (binascii.Error, ValueError):
        return None
