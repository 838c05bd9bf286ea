"""JSON Lines: one object on each line, of bounded length."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from exchange.sites.form import VERSION
from exchange.sites.form.errors import Unreadable
from exchange.sites.reading import Found, Unfit

DEEPEST = 64
LONGEST = 8 * 1024**2
TYPES = {"meta", "locale", "record", "image", "document", "page", "redirect", "site"}
NUL = "\\u0000"


def read(path: Path, at: Callable[[int], None]) -> Iterator[Found | Unfit]:
    """Yield the rows of a file; `at` hears how many bytes are read."""
    with path.open("rb") as lines:
        number = done = 0
        while line := lines.readline(LONGEST + 1):
            number, done = number + 1, done + len(line)
            at(done)
            if len(line) > LONGEST:
                raise Unreadable(_("Line %(line)s is longer than %(most)s MB.") % {"line": number, "most": 8})
            if line.strip():
                yield _one(number, line)


def _one(number: int, line: bytes) -> Found | Unfit:
    where = _("line %s") % number
    try:
        row = json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
    except (ValueError, RecursionError) as error:
        return Unfit(where, "", "", _("It is no JSON: %s") % str(error)[:160])
    if _is_deeper(row, DEEPEST):
        return Unfit(where, "", "", _("Its values stand too deep in each other."))
    if not isinstance(row, dict) or row.get("type") not in TYPES:
        return Unfit(where, "", "", _("It has no known type: see docs/importing.md."))
    if NUL in line.decode():
        return Unfit(where, row["type"], str(row.get("key"))[:80], _("It holds the character NUL."))
    if row["type"] == "meta":
        _see_form(row)
    return Found(where, row)


def _is_deeper(value: Any, most: int) -> bool:
    """Whether values stand deeper in each other than so many times."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return any(most == 0 or _is_deeper(one, most - 1) for one in inner)


def _see_form(row: dict[str, Any]) -> None:
    if row.get("form") != VERSION:
        raise Unreadable(
            _("The file has the form %(form)s, this site reads form %(known)s.")
            % {"form": str(row.get("form"))[:20], "known": VERSION}
        )
