"""What both versions have in common: a unit of a file, its original and its translation as pieces."""

from xml.etree.ElementTree import Element

from django.utils.translation import gettext as _

from translating.files import codes
from translating.files.codes import BrokenMarkup
from translating.files.sheets import Unit
from translating.files.xliff import inline
from translating.files.xliff.inline import CodeOf


def pieces_of(unit: Unit) -> tuple[list[tuple[codes.Piece, str]], list[tuple[codes.Piece, str]]]:
    """Return the pieces of original and translation with the identifiers of their codes."""
    original = codes.pieces(unit.source)
    return codes.named(original), codes.named(codes.pieces(unit.target), like=original)


def unit_of(key: str, sources: list[Element], targets: list[Element], code_of: CodeOf) -> Unit:
    """Return what stands in a file for a segment; what is wrong with it is its `problem`."""
    known: inline.Known = {}
    unit = Unit(key=key, source="")
    if not key:
        unit.problem = _("It does not say which sentence it is (its identifier is missing).")
    try:
        unit.source = _html(sources, known, code_of)
        unit.target = _html(targets, known, code_of)
    except BrokenMarkup as error:
        unit.problem = unit.problem or str(error)
        unit.target = unit.target or "".join("".join(one.itertext()) for one in targets)
    return unit


def _html(elements: list[Element], known: inline.Known, code_of: CodeOf) -> str:
    return "".join(codes.html(inline.read(one, known, code_of)) for one in elements)
