"""Brings Word's XML into what the converter reads, remarks on what it passes over. Imports no Django."""

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element, SubElement, fromstring, tostring

from exchange.word.names import MC, STRICT, R, local, w, within, words_in
from exchange.word.remarks import Remark, Remarks, short

DECORATION = "\ue000decoration"
"""Stands as the description of a picture that its author called decoration."""
WRAPPERS = frozenset({"fldSimple", "dir", "bdo"})
PHONETIC = re.compile(r"\\o\s*\\ad\(\s*\\s\s*\\up\s*\d+\s*\((.*?)\)\s*[,;](.*)\)\s*$", re.DOTALL)
"""Word's older way to write the reading above characters: `EQ \\o\\ad(\\s\\up 9(dū),都)`."""


def brought_into_form(xml: bytes, remarks: Remarks) -> bytes:
    """Return a part of the document as the converter reads it."""
    for strict, usual in STRICT.items():
        xml = xml.replace(strict.encode(), usual.encode())
    root = fromstring(xml)  # noqa: S314  (no document type gets here, hence no entity)
    _remark_on_changes(root, remarks)
    for change in CHANGES:
        change(root, remarks)
    return tostring(root, encoding="utf-8")


def _remark_on_changes(root: Element, remarks: Remarks) -> None:
    for name, remark in (("ins", Remark.INSERTED), ("moveTo", Remark.INSERTED)):
        remarks += [(remark, short(words_in(one))) for one in root.iter(w(name)) if words_in(one)]
    for one in [*root.iter(w("del")), *root.iter(w("moveFrom"))]:
        gone = "".join(text.text or "" for text in within(one, "delText", "t"))
        if gone:
            remarks.append((Remark.DELETED, short(gone)))


def _each_child(root: Element, change: Callable[[Element, Element], list[Element] | None]) -> None:
    """Replace children by what `change(parent, child)` returns for them; None leaves one as it is."""
    for parent in list(root.iter()):
        for child in list(parent):
            instead = change(parent, child)
            if instead is not None:
                place = list(parent).index(child)
                parent.remove(child)
                for number, one in enumerate(instead):
                    parent.insert(place + number, one)


def _boxes(root: Element, remarks: Remarks) -> None:
    """Put the text of text boxes behind the paragraph that they hang on."""

    def change(parent: Element, child: Element) -> list[Element] | None:
        if child.tag != w("p") or local(parent) == "txbxContent":
            return None
        found: list[Element] = []
        inner: set[int] = set()
        for holder in [one for one in child.iter() if local(one) in ("AlternateContent", "drawing", "pict")]:
            if id(holder) not in inner:
                inner.update(id(one) for one in holder.iter())
                found += _taken_out(holder, remarks)
        return [child, *found] if found else None

    _each_child(root, change)


def _taken_out(holder: Element, remarks: Remarks) -> list[Element]:
    boxes = within(holder, "txbxContent")
    if not boxes:
        return []
    # The first one is the same as that for older programs.
    choices = within(holder, "Choice")
    boxes = within(choices[0], "txbxContent") if choices and within(choices[0], "txbxContent") else boxes
    paragraphs = [part for box in boxes for part in box]
    remarks += [(Remark.TEXT_BOXES, short(words_in(box))) for box in boxes if words_in(box)]
    pictures = [one for one in within(holder, "drawing") if within(one, "blip")]
    for child in list(holder):
        holder.remove(child)
    holder.tag = w("r")
    holder.attrib.clear()
    holder.extend([one for one in pictures if one is not holder])
    return paragraphs


def _alternatives(root: Element, remarks: Remarks) -> None:
    """Take the newer version of a drawing where the converter would take the older or none."""

    def change(parent: Element, child: Element) -> list[Element] | None:
        if child.tag != f"{{{MC}}}AlternateContent":
            return None
        choice = child.find(f"{{{MC}}}Choice")
        fallback = child.find(f"{{{MC}}}Fallback")
        if choice is not None and (fallback is None or within(choice, "blip", "chart", "relIds")):
            return list(choice)
        return None if fallback is not None else []

    _each_child(root, change)


def _drawings(root: Element, remarks: Remarks) -> None:
    """Bring pictures out of groups; remark on what is drawn and not a picture."""
    for drawing in root.iter(w("drawing")):
        for data in within(drawing, "graphicData"):
            pictures = within(data, "pic")
            if within(data, "chart"):
                remarks.append((Remark.CHARTS, _name_of(drawing)))
            elif not pictures:
                remarks.append((Remark.DRAWINGS, _name_of(drawing)))
            for child in list(data):
                data.remove(child)
            data.extend(pictures)
        if any(one.get("val") not in ("0", "false") for one in within(drawing, "decorative")):
            for properties in within(drawing, "docPr"):
                properties.set("descr", DECORATION)


def _name_of(drawing: Element) -> str:
    properties = within(drawing, "docPr")
    return short(properties[0].get("descr") or properties[0].get("name") or "") if properties else ""


def _objects(root: Element, remarks: Remarks) -> None:
    """Take out what another program made, which stands there as a picture of itself."""
    for one in list(root.iter(w("object"))):
        made_by = within(one, "OLEObject")
        for child in list(one):
            one.remove(child)
        one.tag = w("r")
        for found in made_by:
            one.set("embedded", found.get(f"{{{R}}}id", ""))
            remarks.append((Remark.OBJECTS, f"{found.get(f'{{{R}}}id', '')} {found.get('ProgID', '')}"))


def _text(words: str) -> Element:
    element = Element(w("t"))
    element.text = words
    return element


def _readings(root: Element, remarks: Remarks) -> None:
    """Write the reading above characters behind them."""

    def change(parent: Element, child: Element) -> list[Element] | None:
        if child.tag != w("ruby"):
            return None
        base = "".join(words_in(one) for one in child.iter(w("rubyBase")))
        reading = "".join(words_in(one) for one in child.iter(w("rt")))
        return [_text(f"{base}({reading})" if reading else base)]

    _each_child(root, change)


def _older_readings(root: Element, remarks: Remarks) -> None:
    for paragraph in root.iter(w("p")):
        said = ""
        for run in paragraph.iter(w("r")):
            said += "".join(one.text or "" for one in run.findall(w("instrText")))
            for mark in run.findall(w("fldChar")):
                kind = mark.get(w("fldCharType"))
                found = PHONETIC.search(said) if kind == "end" else None
                if found:
                    run.append(_text(f"{found[2].strip()}({found[1].strip()})"))
                said = "" if kind in ("begin", "end") else said


def _formulas(root: Element, remarks: Remarks) -> None:
    """Keep the letters of a formula, in a line."""

    def change(parent: Element, child: Element) -> list[Element] | None:
        if local(child) not in ("oMath", "oMathPara"):
            return None
        words = words_in(child)
        remarks.append((Remark.FORMULAS, short(words)))
        run = Element(w("r"))
        SubElement(run, w("t")).text = words
        return [run]

    _each_child(root, change)


def _wrappers(root: Element, remarks: Remarks) -> None:
    """Open what only stands around words."""

    def change(parent: Element, child: Element) -> list[Element] | None:
        return list(child) if local(child) in WRAPPERS else None

    for _depth in range(3):
        _each_child(root, change)


CHANGES = (_boxes, _alternatives, _drawings, _objects, _readings, _older_readings, _formulas, _wrappers)
"""In this order: what is taken out of text boxes is changed with the rest."""
