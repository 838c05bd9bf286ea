"""Tables of HTML, as rows of elements: every cell stands in each place that it covers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bs4.element import NavigableString, PageElement, Tag

from exchange.composing.cleaning import STRUCTURE
from exchange.composing.tree import children_of
from exchange.composing.words import Words

MOST_CELLS, MOST_COLUMNS = 5_000, 60
LONGEST_CELL, LONGEST_NUMBER = 500, 60
CELLS = frozenset({"td", "th"})
NUMBER = re.compile(r"[\d\s.,:%‰+\-−–~≈<>≤≥¥￥$€£()（）]*\d[\d\s.,:%‰+\-−–~≈<>≤≥¥￥$€£()（）]*")


@dataclass
class Grid:
    """The cells of a table by row and column, and how many rows at the top are headings."""

    rows: list[list[Tag | None]] = field(default_factory=list)
    heads: int = 0
    is_merged: bool = False
    is_too_large: bool = False

    @property
    def is_for_layout(self) -> bool:
        """Whether it puts things beside each other rather than comparing them."""
        return len(self.rows) < 2 or len(self.rows[0]) < 2

    def cells(self) -> Iterator[Tag]:
        """Yield each cell once."""
        seen: set[int] = set()
        for cell in (cell for row in self.rows for cell in row if cell is not None):
            if id(cell) not in seen:
                seen.add(id(cell))
                yield cell


def grid_of(table: Tag) -> Grid:
    """Return the cells of a table, which may span rows and columns; reads at most `MOST_CELLS`."""
    grid = Grid()
    covered: dict[tuple[int, int], Tag] = {}
    taken = 0
    for number, row in enumerate(rows_of(table)):
        if grid.is_too_large:
            grid.rows.append([*children_of(row, CELLS)])
            continue
        cells: list[Tag | None] = []
        for cell in children_of(row, CELLS):
            _fill(cells, covered, number)
            across, down = _span(cell, "colspan"), _span(cell, "rowspan")
            grid.is_merged = grid.is_merged or across > 1 or down > 1
            for below in range(1, down):
                covered.update({(number + below, len(cells) + right): cell for right in range(across)})
            cells += [cell] * across
            taken += across * down
            grid.is_too_large = grid.is_too_large or taken > MOST_CELLS
        _fill(cells, covered, number)
        grid.rows.append(cells)
        grid.heads += grid.heads == number and _is_head(row)
    _even(grid)
    return grid


def rows_of(table: Tag) -> Iterator[Tag]:
    """Yield the rows of a table itself, not those of tables within its cells."""
    for child in children_of(table, {"thead", "tbody", "tfoot", "tr"}):
        if child.name == "tr":
            yield child
        else:
            yield from children_of(child, {"tr"})


def texts_of(grid: Grid, words: Words) -> list[list[str]]:
    """Return the words of the cells; rows without any are left out."""
    known = {id(cell): words.plain(_with_gaps(cell)) for cell in grid.cells()}
    texts = [["" if cell is None else known[id(cell)] for cell in row] for row in grid.rows]
    return [row for number, row in enumerate(texts) if any(row) or number < grid.heads]


def table_value(grid: Grid, texts: list[list[str]], caption: str) -> dict[str, Any] | None:
    """Return the value of a table block; None when the words don't fit into one."""
    heads = max(1, min(grid.heads, len(texts) - 1))
    rows = texts[heads:]
    if not rows or any(len(text) > LONGEST_CELL for row in rows for text in row):
        return None
    columns = []
    for number in range(len(rows[0])):
        heading = " / ".join(dict.fromkeys(filter(None, (row[number] for row in texts[:heads]))))
        columns.append({"type": kind_of([row[number] for row in rows]), "heading": heading})
    names = [row[0] for row in rows]
    return {
        "cells": {"caption": caption, "columns": columns, "rows": [{"values": row} for row in rows]},
        "row_names": columns[0]["type"] == "text" and all(names) and len(set(names)) == len(names),
        "note": "",
    }


def kind_of(texts: list[str]) -> str:
    """Return the kind of a column: numbers when all that stands in it are some."""
    filled = [text for text in texts if text and text not in ("-", "–", "—", "/")]
    numbers = all(len(text) <= LONGEST_NUMBER and NUMBER.fullmatch(text) for text in filled)
    return "number" if filled and numbers else "text"


def _fill(cells: list[Tag | None], covered: dict[tuple[int, int], Tag], row: int) -> None:
    while (row, len(cells)) in covered:
        cells.append(covered[row, len(cells)])


def _span(cell: Tag, name: str) -> int:
    written = str(cell.get(name) or "1")
    number = int(written) if written.isascii() and written.isdigit() and len(written) < 6 else 1
    return max(1, min(number, MOST_COLUMNS if name == "colspan" else MOST_CELLS))


def _is_head(row: Tag) -> bool:
    cells = list(children_of(row, CELLS))
    parent = row.parent
    within_head = parent is not None and parent.name == "thead"
    return bool(cells) and (within_head or all(cell.name == "th" for cell in cells))


def _even(grid: Grid) -> None:
    """Give every row the same number of cells; leave out rows of which nothing is there."""
    widest = max(map(len, grid.rows), default=0)
    grid.is_too_large = grid.is_too_large or widest > MOST_COLUMNS
    for row in grid.rows:
        row += [None] * (widest - len(row))


def _with_gaps(cell: Tag) -> list[PageElement]:
    """Return what stands in a cell, with a gap after each of its paragraphs."""
    found: list[PageElement] = []
    for node in cell.children:
        found += [node, NavigableString(" ")] if isinstance(node, Tag) and node.name in STRUCTURE else [node]
    return found
