"""Turns the Word file on standard input into an archive on standard output, in a process that may die of it."""

import io
import json
import re
import sys
from typing import Any
from xml.etree.ElementTree import fromstring
from zipfile import ZIP_STORED, ZipFile

import mammoth

from designcity.confined import confine
from exchange.word import embedded
from exchange.word.archive import parts_of
from exchange.word.captions import CAPTION, TITLE, arranged
from exchange.word.endings import FILES, HTML, MOST_OUTPUT, PICTURES, REPORT, Ending, Refused
from exchange.word.markup import DECORATION, brought_into_form
from exchange.word.names import within, words_in
from exchange.word.remarks import Remark, Remarks, short

TEXTS = re.compile(r"word/(document|footnotes|endnotes)\d*\.xml")
EDGES = re.compile(r"word/(header|footer)\d*\.xml")
STYLES = f"""
p[style-name='Title'] => h1.{TITLE}:fresh
p[style-name='caption'] => p.{CAPTION}:fresh
p[style-name='Caption'] => p.{CAPTION}:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Quotations'] => blockquote > p:fresh
p[style-name='heading 7'] => h6:fresh
p[style-name='heading 8'] => h6:fresh
p[style-name='heading 9'] => h6:fresh
u => u
strike => s
"""
DEEPEST = 2_000


def main(parent: int) -> int:
    """Write the archive and return 0, or what was wrong with the file."""
    confine(parent, MOST_OUTPUT)
    sys.setrecursionlimit(DEEPEST)
    try:
        _write(parts_of(sys.stdin.buffer))
    except Refused as refused:
        return refused.ending
    except MemoryError:
        return Ending.TOO_LARGE
    except Exception:  # whatever a library makes of a broken file
        return Ending.BROKEN
    return 0


def _write(parts: dict[str, bytes]) -> None:
    remarks: Remarks = []
    for name in [name for name in parts if TEXTS.fullmatch(name)]:
        parts[name] = brought_into_form(parts[name], remarks)
    _remark_on_edges(parts, remarks)
    files = embedded.files_of(parts, remarks)
    with ZipFile(sys.stdout.buffer, "w", ZIP_STORED) as output:
        html = _converted(parts, _Pictures(output, remarks))
        title, html = arranged(html)
        for name, content in files.items():
            output.writestr(f"{FILES}{name}", content)
        output.writestr(HTML, html)
        report = {"title": title or _property(parts, "title"), "remarks": remarks}
        output.writestr(REPORT, json.dumps(report))


def _converted(parts: dict[str, bytes], pictures: "_Pictures") -> str:
    package = io.BytesIO()
    with ZipFile(package, "w", ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    result = mammoth.convert_to_html(
        package, style_map=STYLES, convert_image=pictures, include_embedded_style_map=False
    )
    return str(result.value)


class _Pictures:
    """Writes the pictures that the converter comes upon into the output."""

    def __init__(self, output: ZipFile, remarks: Remarks) -> None:
        self._output, self._remarks = output, remarks
        self._written: dict[bytes, str] = {}

    def __call__(self, image: Any) -> list[Any]:
        alt = (image.alt_text or "").strip()
        try:
            with image.open() as stream:
                content = stream.read()
        except Exception:  # it is linked, or not there
            self._remarks.append((Remark.LINKED_PICTURES, short(alt)))
            return []
        name = self._written.get(content) or self._kept(content)
        if not name:
            self._remarks.append((Remark.PICTURES, short(alt or image.content_type or "")))
            return []
        described = {"alt": "" if alt == DECORATION else alt} if alt else {}
        return [mammoth.html.element("img", {"src": name, **described})]

    def _kept(self, content: bytes) -> str:
        picture = embedded.shown(content)
        if picture is None:
            return ""
        ending, shown = picture
        name = f"{PICTURES}{len(self._written) + 1}.{ending}"
        self._output.writestr(name, shown)
        self._written[content] = name
        return name


def _remark_on_edges(parts: dict[str, bytes], remarks: Remarks) -> None:
    edges = dict.fromkeys(
        short(words) for name in parts if EDGES.fullmatch(name) and (words := _words(parts[name])).strip()
    )
    remarks += [(Remark.HEADERS, words) for words in edges]
    comments = parts.get("word/comments.xml")
    if comments:
        root = fromstring(comments)  # noqa: S314  (no document type gets here, hence no entity)
        remarks += [(Remark.COMMENTS, short(words_in(one))) for one in within(root, "comment")]


def _words(xml: bytes) -> str:
    return words_in(fromstring(xml))  # noqa: S314  (no document type gets here, hence no entity)


def _property(parts: dict[str, bytes], name: str) -> str:
    core = parts.get("docProps/core.xml")
    found = within(fromstring(core), name) if core else []  # noqa: S314  (as above)
    return " ".join((found[0].text or "").split()) if found else ""


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
