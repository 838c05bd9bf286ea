"""Which formats there are, and how a file shows which one it is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from exchange.refusals import Refused
from exchange.sites.reading import Found, Unfit, lines
from exchange.sites.reading.places import Place

HEAD = 4096


@dataclass(frozen=True)
class Given:
    """A file to read: `at` hears how many bytes are read, articles go to `place`, media lie in `media`."""

    path: Path
    at: Callable[[int], None]
    place: Place
    media: Path | None


Read = Callable[[Given], Iterator[Found | Unfit]]

FORMATS: dict[str, Read] = {
    "jsonl": lambda given: lines.read(given.path, given.at),
}


def format_of(path: Path) -> str:
    """Return the format of a file by how it begins, and by its name where that says nothing."""
    with path.open("rb") as opened:
        head = opened.read(HEAD)
    begin = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if begin.startswith(b"{"):
        return "jsonl"
    if begin.startswith(b"<"):
        return "wxr" if b"wordpress.org/export" in head else "feed"
    if b"\0" in head:
        raise Refused(_("This file is none that can be read here: see docs/importing.md."))
    return "csv"
