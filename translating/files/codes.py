"""The inline mark-up of a segment, apart from its words: wagtail-localize keeps both as HTML."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser
from typing import Literal

from django.utils.translation import gettext as _
from wagtail_localize.strings import INLINE_TAGS

Kind = Literal["open", "close", "single"]
SINGLE = ("br",)


class BrokenMarkup(ValueError):
    """Mark-up that no segment can have; the message says what is wrong with it."""


@dataclass(frozen=True)
class Code:
    """What a tag does: its name, and for a link the mark by which its address is found again."""

    name: str
    link: str = ""

    def __str__(self) -> str:
        return f"<{self.name} {self.link}>" if self.link else f"<{self.name}>"


@dataclass(frozen=True)
class Mark:
    """A place where a code begins, ends or stands by itself."""

    kind: Kind
    code: Code


Piece = str | Mark


def pieces(html: str) -> list[Piece]:
    """Return words and marks of a segment in their order; raises BrokenMarkup."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return closed(reader.found)


def closed(found: Iterable[Piece]) -> list[Piece]:
    """Return pieces whose marks are well nested; raises BrokenMarkup for others."""
    found = list(found)
    still_open: list[Code] = []
    for piece in found:
        if isinstance(piece, str) or piece.kind == "single":
            continue
        if piece.kind == "open":
            still_open.append(piece.code)
        elif not still_open or still_open.pop() != piece.code:
            raise BrokenMarkup(_("%(tag)s ends where it was not begun.") % {"tag": piece.code})
    if still_open:
        raise BrokenMarkup(_("%(tag)s does not end.") % {"tag": still_open[-1]})
    return found


def html(found: Iterable[Piece]) -> str:
    """Return the HTML of some pieces, letter by letter as wagtail-localize writes it."""
    return "".join(escape(piece, quote=False) if isinstance(piece, str) else _tag(piece) for piece in found)


def count(found: Iterable[Piece]) -> Counter[Code]:
    """Return how often each code stands in some pieces, wherever that is."""
    return Counter(piece.code for piece in found if not isinstance(piece, str) and piece.kind != "close")


def named(found: Iterable[Piece], like: Iterable[Piece] = ()) -> list[tuple[Piece, str]]:
    """Return the pieces with an identifier for each code, unique in the segment.

    A translation gets the identifiers that the codes have in the pieces `like` it, those of the original.
    """
    known: dict[Code, list[str]] = {}
    taken: set[str] = set()
    for piece, identifier in named(like) if like else []:
        if not isinstance(piece, str) and piece.kind != "close":
            known.setdefault(piece.code, []).append(identifier)
            taken.add(identifier)
    result: list[tuple[Piece, str]] = []
    still_open: list[str] = []
    for piece in found:
        if isinstance(piece, str):
            result.append((piece, ""))
        elif piece.kind == "close":
            result.append((piece, still_open.pop()))
        else:
            waiting = known.get(piece.code)
            identifier = waiting.pop(0) if waiting else _new(piece.code, taken)
            taken.add(identifier)
            result.append((piece, identifier))
            if piece.kind == "open":
                still_open.append(identifier)
    return result


def _new(code: Code, taken: set[str]) -> str:
    if code.link and code.link not in taken:
        return code.link
    number = 1
    while str(number) in taken:
        number += 1
    return str(number)


def _tag(mark: Mark) -> str:
    if mark.kind == "single":
        return f"<{mark.code.name}/>"
    if mark.kind == "close":
        return f"</{mark.code.name}>"
    link = f' id="{escape(mark.code.link)}"' if mark.code.link else ""
    return f"<{mark.code.name}{link}>"


class _Reader(HTMLParser):
    """Reads a segment; whatever is neither words nor an inline tag is refused."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Piece] = []
        self.still_open: list[Code] = []

    def handle_data(self, data: str) -> None:
        if self.found and isinstance(self.found[-1], str):
            self.found[-1] += data
        else:
            self.found.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _value in attrs]
        if tag not in INLINE_TAGS:
            raise BrokenMarkup(_("<%(tag)s> cannot stand in a sentence.") % {"tag": tag})
        if names not in ([], ["id"]) or (names and tag != "a"):
            raise BrokenMarkup(_("<%(tag)s> has attributes that it cannot have here.") % {"tag": tag})
        code = Code(tag, dict(attrs).get("id") or "")
        self.found.append(Mark("single" if tag in SINGLE else "open", code))
        if tag not in SINGLE:
            self.still_open.append(code)

    def handle_endtag(self, tag: str) -> None:
        if tag in SINGLE:
            return
        code = self.still_open.pop() if self.still_open else Code(tag)
        self.found.append(Mark("close", code if code.name == tag else Code(tag)))

    def handle_comment(self, data: str) -> None:
        raise BrokenMarkup(_("A comment cannot stand in a sentence."))

    def handle_decl(self, decl: str) -> None:
        raise BrokenMarkup(_("A declaration cannot stand in a sentence."))

    def unknown_decl(self, data: str) -> None:
        self.handle_decl(data)

    def handle_pi(self, data: str) -> None:
        self.handle_decl(data)
