"""XLIFF 2.0 (http://docs.oasis-open.org/xliff/xliff-core/v2.0/xliff-core-v2.0.html)."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from translating.files.codes import Code, Mark
from translating.files.sheets import LONGEST_TITLE, Sheet, Unit
from translating.files.xliff import inline
from translating.files.xliff.units import pieces_of, unit_of
from translating.files.xliff.writer import SPACE, Writer
from translating.xml import local

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
NOTE = f"{{{NAMESPACE}}}notes/{{{NAMESPACE}}}note"
TYPES = {
    "b": {"type": "fmt", "subType": "xlf:b"},
    "i": {"type": "fmt", "subType": "xlf:i"},
    "br": {"type": "fmt", "subType": "xlf:lb"},
    "a": {"type": "link"},
}
"""What the standard calls a code; others are `html:` and their tag."""
MADE_AT = "made-at"
"""The category of the note that says when the file was made, for which this version has no attribute."""


def write(sheets: list[Sheet]) -> bytes:
    """Return a document with a `<file>` for each sheet; all are from one language into another."""
    writer = Writer(NAMESPACE)
    languages = {"srcLang": sheets[0].source_language, "trgLang": sheets[0].target_language}
    with writer.element("xliff", {"version": "2.0", **languages}):
        for number, sheet in enumerate(sheets, 1):
            with writer.element("file", {"id": f"f{number}", "original": sheet.key}):
                _write_notes(writer, [sheet.title], sheet.made_at)
                for unit in sheet.units:
                    _write_unit(writer, unit)
    return writer.document()


def read(root: Element) -> Iterator[Sheet]:
    """Yield the sheets of a document."""
    for file in (one for one in root if local(one) == "file"):
        yield Sheet(
            key=file.get("original") or "",
            source_language=root.get("srcLang") or "",
            target_language=root.get("trgLang") or "",
            title=(file.findtext(NOTE) or "")[:LONGEST_TITLE],
            units=[_read_unit(one) for one in file.iter() if local(one) == "unit"],
            made_at=file.findtext(f"{NOTE}[@category='{MADE_AT}']") or "",
        )


def _write_unit(writer: Writer, unit: Unit) -> None:
    source, target = pieces_of(unit)
    with writer.element("unit", {"id": unit.key, "name": unit.path, "canResegment": "no"}):
        _write_notes(writer, unit.notes)
        with writer.element("segment", {"state": "translated" if target else "initial"}):
            for name, found in (("source", source), ("target", target)):
                with writer.element(name, {SPACE: "preserve"}):
                    inline.write(writer, found, _element)


def _write_notes(writer: Writer, notes: list[str], made_at: str = "") -> None:
    if any([*notes, made_at]):
        with writer.element("notes"):
            for note in filter(None, notes):
                writer.text("note", note)
            if made_at:
                writer.text("note", made_at, {"category": MADE_AT})


def _element(mark: Mark) -> tuple[str, dict[str, str]]:
    kind = TYPES.get(mark.code.name, {"type": "fmt", "subType": f"html:{mark.code.name}"})
    return "ph" if mark.kind == "single" else "pc", kind


def _read_unit(element: Element) -> Unit:
    parts = [one for one in element if local(one) in {"segment", "ignorable"}]
    sources = [one for part in parts for one in part if local(one) == "source"]
    targets = [one for part in parts for one in part if local(one) == "target"]
    return unit_of(element.get("id") or "", sources, targets, _code)


def _code(element: Element) -> Code | None:
    prefix, _colon, tag = (element.get("subType") or "").partition(":")
    if element.get("type") == "link":
        tag = "a"
    elif prefix == "xlf":
        tag = {"lb": "br"}.get(tag, tag)
    return inline.code(tag, element)
