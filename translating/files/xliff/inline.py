"""Inline codes of both versions: between pieces of a segment and elements of XML."""

from collections.abc import Callable, Iterable, Iterator
from xml.etree.ElementTree import Element

from django.utils.translation import gettext as _
from wagtail_localize.strings import INLINE_TAGS

from translating.files.codes import BrokenMarkup, Code, Mark, Piece, closed
from translating.files.xliff.writer import Writer
from translating.xml import local

ElementOf = Callable[[Mark], tuple[str, dict[str, str]]]
CodeOf = Callable[[Element], Code | None]
Known = dict[str, Code]
"""What the codes of a segment are, by their identifiers: as the file's own original says."""

PAIRS = {"g", "pc"}
BEGINNINGS = {"bx", "bpt", "sc"}
ENDS = {"ex", "ept", "ec"}
SINGLES = {"x", "ph"}
AROUND = {"mrk"}
"""Elements that say something of the words within, and are passed through."""
BESIDE = {"sm", "em", "cp"}
"""Elements without words: ends of what lies around, and characters that XML cannot hold."""


def write(writer: Writer, found: Iterable[tuple[Piece, str]], element_of: ElementOf) -> None:
    """Write pieces; `element_of` says by which element a code is written, and with which attributes."""
    names: list[str] = []
    for piece, identifier in found:
        if isinstance(piece, str):
            writer.words(piece)
        elif piece.kind == "close":
            writer.end(names.pop())
        else:
            name, attributes = element_of(piece)
            writer.start(name, {"id": identifier, **attributes})
            if piece.kind == "open":
                names.append(name)
            else:
                writer.end(name)


def read(element: Element, known: Known, code_of: CodeOf) -> list[Piece]:
    """Return the pieces of a source or target; raises BrokenMarkup.

    A code is what the original with the same identifier is, else what its own attributes say; `known`
    learns from these.
    """
    return closed(_joined(_read(element, known, code_of)))


def code(tag: str, element: Element) -> Code | None:
    """Return the code that an element is for some tag; None where no segment can have that tag."""
    identifier = element.get("id") or ""
    is_link = tag == "a" and identifier.startswith("a")
    return Code(tag, identifier if is_link else "") if tag in INLINE_TAGS else None


def _read(element: Element, known: Known, code_of: CodeOf) -> Iterator[Piece]:
    yield element.text or ""
    for child in element:
        yield from _one(child, known, code_of)
        yield child.tail or ""


def _one(child: Element, known: Known, code_of: CodeOf) -> Iterator[Piece]:
    name = local(child)
    if name in PAIRS:
        code = _code(child, known, code_of)
        yield Mark("open", code)
        yield from _read(child, known, code_of)
        yield Mark("close", code)
    elif name in BEGINNINGS:
        yield Mark("open", _code(child, known, code_of))
    elif name in ENDS:
        yield Mark("close", _code(child, known, code_of))
    elif name in SINGLES:
        yield Mark("single", _code(child, known, code_of))
    elif name in AROUND:
        yield from _read(child, known, code_of)
    elif name and name not in BESIDE:
        raise BrokenMarkup(_("The file has a code <%(name)s> that is not known here.") % {"name": name})


def _code(child: Element, known: Known, code_of: CodeOf) -> Code:
    identifier = child.get("startRef") or child.get("rid") or child.get("id") or ""
    code = known.get(identifier) or code_of(child)
    if code is None:
        raise BrokenMarkup(_("The code “%(id)s” does not stand in the original.") % {"id": identifier or "–"})
    return known.setdefault(identifier, code)


def _joined(found: Iterator[Piece]) -> Iterator[Piece]:
    words = ""
    for piece in found:
        if isinstance(piece, str):
            words += piece
            continue
        if words:
            yield words
            words = ""
        yield piece
    if words:
        yield words
