"""What a Word file carries with it: pictures, and files of other programs. Imports no Django."""

import io
from collections.abc import Container
from itertools import count
from pathlib import PurePosixPath
from typing import Any
from xml.etree.ElementTree import fromstring

from PIL import Image

from exchange.word import containers
from exchange.word.remarks import Remark, Remarks

SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"GIF8", "gif"),
)
KNOWN_FILES = frozenset({".docx", ".xlsx", ".pptx", ".pdf", ".odt", ".csv", ".txt", ".rtf", ".zip"})
MOST_PIXELS = 40_000_000
LONGEST_NAME = 100
RELATIONS = "word/_rels/document.xml.rels"


def shown(content: bytes) -> tuple[str, bytes] | None:
    """Return a picture in a kind that browsers show, with its ending; None where that cannot be done."""
    for signature, ending in SIGNATURES:
        if content.startswith(signature):
            return ending, content
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "webp", content
    try:
        return _as_png(content)
    except Exception:  # whatever a library makes of a broken picture
        return None


def _as_png(content: bytes) -> tuple[str, bytes] | None:
    with Image.open(io.BytesIO(content), formats=("TIFF", "BMP")) as picture:
        if picture.width * picture.height > MOST_PIXELS:
            return None
        output = io.BytesIO()
        picture.convert("RGB").save(output, "PNG")
    return "png", output.getvalue()


def files_of(parts: dict[str, bytes], remarks: Remarks) -> dict[str, bytes]:
    """Return the embedded files that can be offered for download; what else was embedded stays remarked on."""
    targets = _targets(parts)
    found: dict[str, bytes] = {}
    for place, (remark, detail) in enumerate(remarks):
        if remark is not Remark.OBJECTS:
            continue
        relation, _space, program = detail.partition(" ")
        target = f"word/{targets.get(relation, '')}"
        file = _file_in(target, parts[target]) if target in parts else None
        if file is None:
            remarks[place] = (Remark.OBJECTS, program)
            continue
        name = _free(file[0], found)
        found[name] = file[1]
        remarks[place] = (Remark.FILES, name)
    return found


def _file_in(target: str, content: bytes) -> tuple[str, bytes] | None:
    """Return the file that a part is, or that it holds, if it is of a kind that is offered."""
    file = (PurePosixPath(target).name, content)
    if content.startswith(containers.SIGNATURE):
        file = containers.file_in(target, content) or file
    return file if PurePosixPath(file[0]).suffix.lower() in KNOWN_FILES else None


def _free(name: str, taken: Container[str]) -> str:
    """Return a name that can be shown and is not taken yet."""
    path = PurePosixPath("".join(one for one in name if one.isprintable()))
    stem, ending = path.stem[:LONGEST_NAME] or "file", path.suffix
    numbered = (f"{stem}-{number}{ending}" for number in count(2))
    return f"{stem}{ending}" if f"{stem}{ending}" not in taken else next(n for n in numbered if n not in taken)


def _targets(parts: dict[str, bytes]) -> dict[str, str]:
    if RELATIONS not in parts:
        return {}
    root: Any = fromstring(parts[RELATIONS])  # noqa: S314  (no document type gets here, hence no entity)
    inside = (one for one in root if one.get("TargetMode") != "External")
    return {one.get("Id", ""): one.get("Target", "").removeprefix("/word/") for one in inside}
