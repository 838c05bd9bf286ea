"""Which formats there are, and how a file shows which one it is."""

from collections.abc import Callable, Iterator
from pathlib import Path

from django.utils.translation import gettext as _

from exchange.refusals import Refused
from exchange.sites.reading import Found, Unfit, feeds, lines, tables, wordpress
from exchange.sites.reading.given import Given

HEAD = 4096


Read = Callable[[Given], Iterator[Found | Unfit]]

FORMATS: dict[str, Read] = {
    "csv": tables.read,
    "feed": feeds.read,
    "jsonl": lambda given: lines.read(given.path, given.at),
    "wxr": wordpress.read,
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
