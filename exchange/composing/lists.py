"""Lists of HTML, lists within lists among them, as rich text."""

from collections.abc import Callable

from bs4.element import NavigableString, PageElement, Tag

from exchange.composing.cleaning import HEADINGS
from exchange.composing.tree import holds
from exchange.composing.words import DEEPEST, Words

LISTS = frozenset({"ul", "ol", "menu"})
OTHERS = frozenset({"table", "figure", "img", "iframe", "video", "audio", "object", "embed", "blockquote"})
"""What cannot stand in an item."""
LINES = frozenset({"p", "div", "section", "article", "pre", "dl", "dt", "dd", "address", "center", *HEADINGS})


def list_html(node: Tag, words: Words, aside: Callable[[Tag], None], depth: int = 0) -> str:
    """Return a list; what cannot stand in one is handed to `aside`."""
    items: list[str] = []
    for child in node.children:
        if isinstance(child, Tag) and child.name in LISTS and items and depth < DEEPEST:
            # Written beside its item instead of within: read as what was meant.
            items[-1] += list_html(child, words, aside, depth + 1)
        elif item := _item(child, words, aside, depth):
            items.append(item)
    name = "ol" if node.name == "ol" else "ul"
    written = "".join(f"<li>{item}</li>" for item in items)
    return f"<{name}>{written}</{name}>" if items else ""


def _item(node: PageElement, words: Words, aside: Callable[[Tag], None], depth: int) -> str:
    item = _Item(words, aside, depth)
    if isinstance(node, Tag) and node.name == "li":
        item.read(node, depth)
    else:
        item.take(node, depth)
    return item.written()


class _Item:
    """Gathers the lines of an item and the lists below it."""

    def __init__(self, words: Words, aside: Callable[[Tag], None], depth: int) -> None:
        self._words, self._aside, self._depth = words, aside, depth
        self._line: list[PageElement] = []
        self._lines: list[str] = []
        self._below = ""

    def read(self, node: Tag, depth: int) -> None:
        """Take all that stands in an element."""
        for child in node.children:
            self.take(child, depth)

    def take(self, node: PageElement, depth: int) -> None:
        """Take one piece."""
        if isinstance(node, NavigableString) or not isinstance(node, Tag) or depth > DEEPEST:
            self._line.append(node)
        elif node.name in LISTS:
            self._end_line()
            self._below += list_html(node, self._words, self._aside, depth + 1)
        elif node.name in OTHERS:
            self._aside(node)
        elif node.name in LINES:
            self._end_line()
            self.read(node, depth + 1)
            self._end_line()
        elif holds(node, LISTS | OTHERS | LINES):
            self.read(node, depth + 1)
        else:
            self._line.append(node)

    def written(self) -> str:
        self._end_line()
        return "<br/>".join(self._lines) + self._below

    def _end_line(self) -> None:
        if line := self._words.html(self._line):
            self._lines.append(line)
        self._line = []
