"""Tables (CSV): one article on each row, its translation on another row with the same key."""

import codecs
import csv
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import IO

from django.utils.translation import gettext as _

from exchange.sites.form.errors import Unreadable
from exchange.sites.reading import Found, Unfit
from exchange.sites.reading.articles import Articles, Item, moment
from exchange.sites.reading.given import Given

COLUMNS = [
    "key",
    "language",
    "title",
    "slug",
    "date",
    "summary",
    "html",
    "text",
    "category",
    "tags",
    "source",
    "source_url",
    "author",
    "status",
    "old_address",
    "picture",
    "picture_alt",
]
NEEDED = {"title"}
ENCODINGS = ("utf-8-sig", "gb18030")
LONGEST_CELL = 4 * 1024**2
LONGEST_LINE = 8 * 1024**2
STATUSES = {"": True, "live": True, "published": True, "publish": True, "draft": False}


def read(given: Given) -> Iterator[Found | Unfit]:
    """Yield the rows of a table; its first row names the columns."""
    csv.field_size_limit(LONGEST_CELL)
    encoding = encoding_of(given.path)
    with given.path.open(encoding=encoding, newline="") as opened:
        lines = _counted(opened, given)
        head = next(lines, "")
        separator = max(",;\t", key=head.count)
        names = _columns(next(csv.reader([head], delimiter=separator), []))
        rows = csv.reader(lines, delimiter=separator, strict=True)
        articles = Articles("table", given.place)
        try:
            for cells in rows:
                if any(cells):
                    yield from _rows(cells, names, _("line %s") % (rows.line_num + 1), articles)
        except csv.Error as error:
            place = {"line": rows.line_num + 1, "error": error}
            raise Unreadable(_("Line %(line)s cannot be read: %(error)s") % place) from error


def encoding_of(path: Path) -> str:
    """Return the encoding in which the whole file can be read; raises `Unreadable` when there is none."""
    for name in ENCODINGS:
        line, decoder = 1, codecs.getincrementaldecoder(name)()
        try:
            with path.open("rb") as opened:
                while chunk := opened.read(1 << 16):
                    decoder.decode(chunk)
                    line += chunk.count(b"\n")
                decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            continue
        return name
    raise Unreadable(_("The file is neither UTF-8 nor GB18030, from about line %s on.") % line)


def _counted(opened: IO[str], given: Given) -> Iterator[str]:
    done = 0
    while line := opened.readline(LONGEST_LINE):
        if len(line) >= LONGEST_LINE:
            raise Unreadable(_("A line of the file is longer than %s million characters.") % 8)
        done += len(line.encode())
        given.at(done)
        yield line


def _columns(head: list[str]) -> list[str]:
    names = [name.strip().lower() for name in head]
    if unknown := [name for name in names if name and name not in COLUMNS]:
        raise Unreadable(
            _("The table has a column “%(name)s” that is not known. There are: %(known)s.")
            % {"name": unknown[0][:60], "known": ", ".join(COLUMNS)}
        )
    if lacking := NEEDED - set(names):
        raise Unreadable(_("The table has no column “%s”.") % lacking.pop())
    return names


def _rows(cells: list[str], names: list[str], where: str, articles: Articles) -> Iterator[Found | Unfit]:
    if len(cells) != len(names):
        numbers = {"cells": len(cells), "columns": len(names)}
        yield Unfit(where, "page", "", _("It has %(cells)s cells for %(columns)s columns.") % numbers)
        return
    row = dict(zip(names, (cell.strip() for cell in cells), strict=True))
    why = _wrong(row)
    if why:
        yield Unfit(where, "page", row["title"], why)
    else:
        yield from articles.rows(_item(row, where))


def _wrong(row: dict[str, str]) -> str:
    if row.get("status", "").lower() not in STATUSES:
        return _("Its status is “%s”.") % row["status"][:40]
    if row.get("date") and moment(row["date"]) is None:
        return _("“%s” is no date: write 2026-01-31 or 2026-01-31 15:30.") % row["date"][:40]
    return ""


def _item(row: dict[str, str], where: str) -> Item:
    text = "".join(f"<p>{escape(part)}</p>" for part in row.get("text", "").split("\n") if part.strip())
    address = row.get("old_address", "")
    return Item(
        where=where,
        number=address or f"{row.get('language', '')} {row['title']}",
        title=row["title"],
        html=row.get("html") or text,
        language=row.get("language", ""),
        group=row.get("key", ""),
        slug=row.get("slug", ""),
        summary=row.get("summary", ""),
        published=moment(row.get("date", "")),
        author=row.get("author", ""),
        categories=[row["category"]] if row.get("category") else [],
        tags=[tag.strip() for tag in row.get("tags", "").split(";") if tag.strip()],
        source=row.get("source", ""),
        source_url=row.get("source_url", ""),
        live=STATUSES[row.get("status", "").lower()],
        addresses=[address] if address else [],
        picture=row.get("picture", ""),
        picture_alt=row.get("picture_alt", ""),
    )
