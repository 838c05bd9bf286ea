"""XLIFF 1.2 (http://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html)."""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from translating.files.codes import Code, Mark
from translating.files.sheets import LONGEST_TITLE, Sheet, Unit
from translating.files.xliff import inline
from translating.files.xliff.units import pieces_of, unit_of
from translating.files.xliff.writer import SPACE, Writer
from translating.xml import local

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
TYPES = {"b": "bold", "i": "italic", "a": "link", "br": "lb"}
"""What the standard calls a code; others are `x-html-` and their tag."""
TAGS = {name: tag for tag, name in TYPES.items()}


def write(sheets: Iterable[Sheet]) -> bytes:
    """Return a document with a `<file>` for each sheet."""
    writer = Writer(NAMESPACE)
    with writer.element("xliff", {"version": "1.2"}):
        for sheet in sheets:
            _write_sheet(writer, sheet)
    return writer.document()


def read(root: Element) -> Iterator[Sheet]:
    """Yield the sheets of a document."""
    for file in (one for one in root if local(one) == "file"):
        yield Sheet(
            key=file.get("original") or "",
            source_language=file.get("source-language") or "",
            target_language=file.get("target-language") or "",
            title=(file.findtext(f"{{{NAMESPACE}}}header/{{{NAMESPACE}}}note") or "")[:LONGEST_TITLE],
            units=[_read_unit(one) for one in file.iter() if local(one) == "trans-unit"],
            made_at=file.get("date") or "",
        )


def _write_sheet(writer: Writer, sheet: Sheet) -> None:
    about = {"source-language": sheet.source_language, "target-language": sheet.target_language}
    about |= {"date": sheet.made_at} if sheet.made_at else {}
    with writer.element("file", {"original": sheet.key, **about, "datatype": "html"}):
        with writer.element("header"):
            writer.text("note", sheet.title)
        with writer.element("body"):
            for unit in sheet.units:
                _write_unit(writer, unit)


def _write_unit(writer: Writer, unit: Unit) -> None:
    source, target = pieces_of(unit)
    length = {"maxwidth": str(unit.most), "size-unit": "char"} if unit.most else {}
    with writer.element("trans-unit", {"id": unit.key, "resname": unit.path, SPACE: "preserve", **length}):
        with writer.element("source"):
            inline.write(writer, source, _element)
        with writer.element("target", {"state": "translated" if target else "needs-translation"}):
            inline.write(writer, target, _element)
        for note in unit.notes:
            writer.text("note", note)


def _element(mark: Mark) -> tuple[str, dict[str, str]]:
    name = "x" if mark.kind == "single" else "g"
    return name, {"ctype": TYPES.get(mark.code.name, f"x-html-{mark.code.name}")}


def _read_unit(element: Element) -> Unit:
    sources = [one for one in element if local(one) == "source"]
    targets = [one for one in element if local(one) == "target"]
    return unit_of(element.get("id") or "", sources, targets, _code)


def _code(element: Element) -> Code | None:
    kind = element.get("ctype") or ""
    tag = TAGS.get(kind) or (kind.removeprefix("x-html-") if kind.startswith("x-html-") else "")
    return inline.code(tag, element)
