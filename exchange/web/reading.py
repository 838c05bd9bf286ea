"""Reads a page of the web in a process of its own."""

import datetime
import json
import re
import signal
import subprocess
import tempfile
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _

from designcity import confined
from exchange.refusals import Refused
from exchange.web.extract import Ending
from exchange.web.fetching import PAGES, PUBLIC, fetch
from exchange.web.guard import Guard

MOST_SECONDS = 30.0
MOST_CHARACTERS = 1_000_000
WHOLE_PAGE = re.compile(r"<(?:html|head|body)\b", re.IGNORECASE)
SENTENCES = {
    Ending.BROKEN: _("This page cannot be read: paste the part that you want."),
    Ending.EMPTY: _("No article was found on this page: paste the part that you want."),
    Ending.TOO_LARGE: _("This text is too long to bring in: divide it first."),
}
_TOO_LARGE = frozenset({-signal.SIGKILL, -signal.SIGABRT, -signal.SIGXFSZ})


@dataclass(frozen=True)
class WebText:
    """An article of the web with what its page says of it; the date as `2026-01-10` or empty."""

    html: str
    address: str = ""
    title: str = ""
    date: str = ""
    author: str = ""
    site: str = ""
    origin: str = ""
    embedded: list[str] = field(default_factory=list)

    @property
    def day(self) -> datetime.date | None:
        """The date of the article."""
        try:
            return datetime.date.fromisoformat(self.date)
        except ValueError:
            return None


def at(address: str, guard: Guard = PUBLIC) -> WebText:
    """Return the article at an address; raises `Refused`."""
    found = fetch(address, PAGES, guard)
    return _extracted(found.content, found.address, found.charset)


def pasted(html: str, address: str) -> WebText:
    """Return the article in a page that was pasted; a part of a page is taken as it is. Raises `Refused`."""
    if WHOLE_PAGE.search(html):
        return _extracted(html.encode(), address, "utf-8")
    if len(html) > MOST_CHARACTERS:
        raise Refused(str(SENTENCES[Ending.TOO_LARGE]))
    return WebText(html, address)


def _extracted(content: bytes, address: str, charset: str) -> WebText:
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as output:
        given.write(content)
        given.flush()
        try:
            status = confined.run(
                "exchange.web.extract", address, charset, given=given, output=output, seconds=MOST_SECONDS
            )
        except subprocess.TimeoutExpired as late:
            raise Refused(str(SENTENCES[Ending.BROKEN])) from late
        if status:
            raise Refused(str(SENTENCES[_ending(status)]))
        output.seek(0)
        found: dict[str, Any] = json.load(output)
    if len(found["html"]) > MOST_CHARACTERS:
        raise Refused(str(SENTENCES[Ending.TOO_LARGE]))
    return WebText(address=address, **found)


def _ending(status: int) -> Ending:
    if status in set(Ending):
        return Ending(status)
    return Ending.TOO_LARGE if status in _TOO_LARGE else Ending.BROKEN
