"""Goes through HTML from top to bottom and makes the blocks of a body."""

from collections.abc import Callable, Iterable
from html import unescape
from typing import Any

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, Tag

from designcity.blocks.video import platform_of
from exchange.composing.cleaning import EMBEDDED, FORMS, HEADINGS, STRUCTURE
from exchange.composing.findings import Left, Noticed
from exchange.composing.lists import LISTS, list_html
from exchange.composing.pictures import Pictures, address_of, picture_value
from exchange.composing.tables import Grid, grid_of, table_value, texts_of
from exchange.composing.tree import children_of, first_in, holds
from exchange.composing.words import BLANKS, DEEPEST, Words

Block = tuple[str, Any]
LONGEST_HEADING, LONGEST_NAME, LONGEST_CAPTION, LONGEST_VIDEO_TITLE = 160, 120, 255, 160
MOST_IN_GALLERY = 12
PICTURES = EMBEDDED | {"img", "figure"}
DRAWINGS = frozenset({"svg", "math", "canvas"})
BREAKS = frozenset({*STRUCTURE, *HEADINGS, *EMBEDDED, *FORMS, "img"})
"""What ends a line."""


class Flow:
    """The body so far, and the paragraph and the line that are being written."""

    def __init__(self, soup: BeautifulSoup, pictures: Pictures, noticed: Noticed) -> None:
        self.blocks: list[Block] = []
        self._pictures, self._noticed, self._words = pictures, noticed, Words(noticed)
        self._line: list[PageElement] = []
        self._text: list[str] = []
        self._aside: list[Tag] = []
        headings = (node for node in soup.find_all(HEADINGS) if node.get_text().strip())
        self._levels = sorted({node.name for node in headings})
        self._handlers: dict[str, Callable[[Tag, int], None]] = {
            **dict.fromkeys(HEADINGS, self._heading),
            **dict.fromkeys(LISTS, self._list),
            **dict.fromkeys(DRAWINGS, self._drawing),
            **dict.fromkeys(FORMS, self._form),
            **dict.fromkeys(EMBEDDED - DRAWINGS, self._embedded),
            "table": self._table,
            "img": self._picture,
            "figure": self._figure,
            "blockquote": self._quote,
            "pre": self._code,
            "dt": self._name,
            "summary": self._name,
            "hr": lambda node, depth: None,
        }

    def read(self, nodes: Iterable[PageElement], depth: int = 0) -> None:
        """Take what stands in an element, piece after piece."""
        for node in list(nodes):
            if isinstance(node, NavigableString) or not isinstance(node, Tag):
                self._line.append(node)
            elif node.name == "br":
                self._break(node)
            elif node.name in BREAKS:
                self._end_line()
                take = self._handlers.get(node.name, self._inside) if depth < DEEPEST else self._flat
                take(node, depth)
                self._end_line()
            elif holds(node, BREAKS):
                self._inside(node, depth)
            else:
                self._line.append(node)

    def end(self) -> list[Block]:
        """Return the finished body."""
        self._end_text()
        return self.blocks

    def _inside(self, node: Tag, depth: int) -> None:
        if depth < DEEPEST:
            self.read(node.children, depth + 1)
        else:
            self._flat(node, depth)

    def _flat(self, node: Tag, depth: int) -> None:
        """Take only the words of what is nested too deep."""
        self._noticed.note(Left.NESTED)
        for line in node.get_text("\n").split("\n"):
            self._line = [NavigableString(line)]
            self._end_line()

    def _break(self, node: Tag) -> None:
        """Two breaks, one after the other, are the end of a paragraph."""
        last = next((one for one in reversed(self._line) if not _is_blank(one)), None)
        if isinstance(last, Tag) and last.name == "br":
            self._end_line()
        else:
            self._line.append(node)

    def _end_line(self) -> None:
        waiting, self._line = self._line, []
        line = self._words.html(waiting)
        # The address of a film that stands alone is meant to show the film.
        if line and not (line.startswith("http") and self._video(unescape(line), "")):
            self._text.append(f"<p>{line}</p>")

    def _end_text(self) -> None:
        self._end_line()
        if self._text:
            self.blocks.append(("text", "".join(self._text)))
        self._text = []

    def _add(self, name: str, value: Any) -> None:
        self._end_text()
        self.blocks.append((name, value))

    def _paragraph(self, text: str) -> None:
        self._line = [NavigableString(text)]
        self._end_line()

    def _beside(self, depth: int) -> None:
        """Take what could not stay where it was."""
        waiting, self._aside = self._aside, []
        for node in waiting:
            self._noticed.note(Left.MOVED)
            self.read([node], depth + 1)

    def _within(self, node: Tag, names: frozenset[str]) -> None:
        """Set aside what stands in an element that holds only words."""
        while found := first_in(node, names):
            self._aside.append(found.extract())

    def _heading(self, node: Tag, depth: int) -> None:
        self._within(node, PICTURES)
        text = self._words.plain([node])
        level = self._levels.index(node.name) if node.name in self._levels else 0
        if len(text) > LONGEST_HEADING:
            self._noticed.note(Left.LONG_HEADING, text)
            self._paragraph(text)
        elif text:
            if level > 1:
                self._noticed.note(Left.LEVELS, text)
            self._add("heading", {"text": text, "level": "h3" if level else "h2"})
        self._beside(depth)

    def _list(self, node: Tag, depth: int) -> None:
        if str(node.get("start") or "1") != "1":
            self._noticed.note(Left.NUMBERING)
        if written := list_html(node, self._words, self._aside.append):
            self._text.append(written)
        self._beside(depth)

    def _name(self, node: Tag, depth: int) -> None:
        """Write what is explained after it in bold."""
        if holds(node, BREAKS):
            self._inside(node, depth)
        elif line := self._words.html(node.children):
            self._text.append(f"<p><b>{line}</b></p>")

    def _code(self, node: Tag, depth: int) -> None:
        self._noticed.note(Left.CODE)
        for line in node.get_text().splitlines():
            self._paragraph(line)

    def _drawing(self, node: Tag, depth: int) -> None:
        self._noticed.note(Left.DRAWINGS)
        self._paragraph(node.get_text(" "))

    def _form(self, node: Tag, depth: int) -> None:
        if node.name != "button":
            self._noticed.note(Left.FORMS)
        self._inside(node, depth)

    def _embedded(self, node: Tag, depth: int) -> None:
        address = address_of(node) or next(filter(None, map(address_of, node.find_all("source"))), "")
        if node.name != "source" and not self._video(address, str(node.get("title") or "")):
            self._noticed.note(Left.EMBEDDED, address)
            self._paragraph(node.get_text(" "))

    def _video(self, address: str, title: str, caption: str = "") -> bool:
        """Show a video of a platform that the site knows; False for anything else."""
        address = f"https:{address}" if address.startswith("//") else address
        if not address or " " in address or platform_of(address) is None:
            return False
        words = {"title": title[:LONGEST_VIDEO_TITLE], "caption": caption[:LONGEST_CAPTION], "transcript": ""}
        self._add("video", {**words, "address": address, "file": None, "poster": None})
        return True

    def _picture(self, node: Tag, depth: int, caption: str = "") -> None:
        value = picture_value(node, caption, self._pictures, self._noticed)
        if value is None:
            self._paragraph(caption)
            return
        if len(caption) > LONGEST_CAPTION:
            value["caption"] = ""
        self._add("picture", value)
        if caption and not value["caption"]:
            self._paragraph(caption)

    def _figure(self, node: Tag, depth: int) -> None:
        caption_node = next(children_of(node, {"figcaption"}), None)
        pictures = node.find_all("img")
        is_other = holds(node, EMBEDDED | LISTS | {"table", "blockquote"})
        if len(pictures) > 1 and not is_other:
            self._gallery(node, pictures)
        elif len(pictures) == 1 and not is_other:
            found = node.find("figcaption")
            caption = self._words.plain(found.children) if isinstance(found, Tag) else ""
            self._picture(pictures[0], depth, caption)
        else:
            caption = self._words.plain(caption_node.children) if isinstance(caption_node, Tag) else ""
            self._captioned(node, caption, depth)

    def _captioned(self, node: Tag, caption: str, depth: int) -> None:
        """Take a figure of a table, a film or anything else."""
        table = next(children_of(node, {"table"}), None)
        film = first_in(node, {"iframe"})
        if isinstance(table, Tag):
            self._table(table, depth, caption)
        elif not film or not self._video(address_of(film), str(film.get("title") or caption), caption):
            self._inside(node, depth)

    def _gallery(self, node: Tag, pictures: list[Tag]) -> None:
        values = []
        for picture in pictures:
            figure = picture.find_parent("figure")
            own = figure.find("figcaption") if isinstance(figure, Tag) and figure is not node else None
            caption = self._words.plain(own.children) if isinstance(own, Tag) else ""
            values.append(picture_value(picture, caption, self._pictures, self._noticed))
        there = [value for value in values if value]
        for first in range(0, len(there), MOST_IN_GALLERY):
            some = there[first : first + MOST_IN_GALLERY]
            if len(some) == 1:
                self._add("picture", some[0])
            else:
                self._add("gallery", {"title": "", "pictures": some})
        caption_node = next(children_of(node, {"figcaption"}), None)
        if isinstance(caption_node, Tag):
            self._paragraph(self._words.plain(caption_node.children))

    def _quote(self, node: Tag, depth: int) -> None:
        speaker = node.find(["footer", "cite"])
        who = self._words.plain([speaker]).lstrip("—–- ") if isinstance(speaker, Tag) else ""
        if isinstance(speaker, Tag) and who and len(who) <= LONGEST_NAME:
            speaker.extract()
        else:
            who = ""
        self._within(node, PICTURES | {"table"})
        parts = node.find_all(["p", "li", *HEADINGS])
        written = [self._words.plain([part]) for part in parts] if parts else [self._words.plain([node])]
        text = "\n\n".join(filter(None, written))
        if text:
            self._add("quote", {"text": text, "speaker": who, "role": ""})
        self._beside(depth)

    def _table(self, node: Tag, depth: int, caption: str = "") -> None:
        grid = grid_of(node)
        own = next(children_of(node, {"caption"}), None)
        if isinstance(own, Tag):
            caption = caption or self._words.plain(own.children)
        if grid.is_for_layout:
            self._paragraph(caption)
            for cell in grid.cells():
                self._inside(cell, depth)
                self._end_line()
            return
        self._within(node, PICTURES | {"table"})
        texts = texts_of(grid, self._words)
        if grid.is_too_large or (value := table_value(grid, texts, caption)) is None:
            self._noticed.note(Left.TABLE_AS_TEXT, caption)
            for row in texts:
                self._paragraph(" | ".join(dict.fromkeys(filter(None, row))))
        else:
            self._note_table(grid, caption)
            self._add("table", value)
        self._beside(depth)

    def _note_table(self, grid: Grid, caption: str) -> None:
        if grid.is_merged:
            self._noticed.note(Left.MERGED, caption)
        if not grid.heads:
            self._noticed.note(Left.FIRST_ROW, caption)


def _is_blank(node: PageElement) -> bool:
    return isinstance(node, NavigableString) and not BLANKS.sub("", str(node))
