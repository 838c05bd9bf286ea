"""Finds the article in the page on standard input, in a process that may die of it; writes it as JSON."""

import json
import re
import sys
from enum import IntEnum
from typing import Any

import trafilatura
from lxml import html as parser
from trafilatura.utils import decode_file

from designcity.confined import confine

MOST_OUTPUT = 8 * 1024**2
DEEPEST = 2_000
CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
ORIGIN = re.compile(r"(?:来源|稿源|信息来源|来\s*源)\s*[:：]\s*([^\s<>|]{2,40})")
AUTHOR = re.compile(r"(?:作者|撰文|记者)\s*[:：]\s*([^\s<>|]{2,20})")
HEAD_OF_TEXT = 3_000


class Ending(IntEnum):
    """The exit statuses of a page that was refused."""

    BROKEN = 11
    EMPTY = 12
    TOO_LARGE = 13


def main(address: str, charset: str, parent: int) -> int:
    """Write the article and return 0, or what was wrong with the page."""
    confine(parent, MOST_OUTPUT)
    sys.setrecursionlimit(DEEPEST)
    try:
        found = _found(_text(sys.stdin.buffer.read(), charset), address)
    except MemoryError:
        return Ending.TOO_LARGE
    except Exception:  # whatever a library makes of a broken page
        return Ending.BROKEN
    if not found["html"]:
        return Ending.EMPTY
    sys.stdout.write(json.dumps(found))
    return 0


def _text(content: bytes, charset: str) -> str:
    """Return the page as text: by what its server says, by what it says itself, by what it looks like."""
    named = CHARSET.search(content[:8192])
    for name in (charset, named[1].decode() if named else ""):
        # The older names of the encodings of Chinese stand for their newest edition.
        known = "gb18030" if name.lower() in ("gb2312", "gbk", "gb_2312-80") else name
        try:
            if known:
                return content.decode(known)
        except (LookupError, UnicodeDecodeError):
            continue
    return str(decode_file(content))


def _found(page: str, address: str) -> dict[str, Any]:
    options: dict[str, Any] = {
        "include_images": True,
        "include_links": True,
        "include_tables": True,
        "include_formatting": True,
        "include_comments": False,
    }
    html = trafilatura.extract(page, url=address or None, output_format="html", **options)
    known: Any = trafilatura.extract_metadata(page, default_url=address or None)
    tree = parser.fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", page))
    return {
        "html": html or "",
        "title": _one_line(known.title),
        "date": known.date or "",
        "author": _one_line(known.author) or _meta(tree, "author") or _named(AUTHOR, tree),
        "site": _one_line(known.sitename),
        "origin": _named(ORIGIN, tree),
        "embedded": [str(one) for one in tree.xpath("//body//iframe/@src | //body//video/@src")],
    }


def _meta(tree: Any, name: str) -> str:
    found = tree.xpath("//meta[@name=$name]/@content", name=name)
    return _one_line(found[0]) if found else ""


def _named(pattern: re.Pattern[str], tree: Any) -> str:
    """Return what the lines around the headline name."""
    text = " ".join(one for one in tree.xpath("//body//text()[not(parent::script or parent::style)]"))
    headline = tree.xpath("string(//h1)").strip()
    place = max(text.find(headline), 0) if headline else 0
    found = pattern.search(text, place, place + HEAD_OF_TEXT)
    return _one_line(found[1]) if found else ""


def _one_line(text: str | None) -> str:
    return " ".join((text or "").split())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], int(sys.argv[3])))
