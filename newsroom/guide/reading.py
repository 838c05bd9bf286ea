"""The guides as HTML: the few forms of Markdown in which they are written, and no others."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from designcity.widths import width

FOLDER: Path = settings.ROOT / "docs"
PARTS = {"zh-hans": "中文", "en": "English"}
"""The languages in which guides are written, each with the heading of its part."""

PICTURE = re.compile(r"!\[([^]]*)\]\(images/([\w-]+)/([\w-]+)/([\w-]+)\.png\)")
ITEM = re.compile(r"^(?:- |[0-9]+\. )", re.MULTILINE)
WIDE = 2
"""The width of a Chinese character, in Latin ones."""
INLINE: tuple[tuple[re.Pattern[str], Any], ...] = (
    (re.compile(r"\*\*(.+?)\*\*"), r"<strong>\1</strong>"),
    (re.compile(r"`(.+?)`"), r"<code>\1</code>"),
    (re.compile(r"\[([^]]+)\]\(([a-z]+)\.md\)"), lambda found: _to_guide(found[2], found[1])),
)
SHOWN = (
    '<figure><img src="{}" alt="" width="960" height="600" loading="lazy"><figcaption>{}</figcaption></figure>'
)


@dataclass(frozen=True)
class Chapter:
    """One thing that an office does, step by step; the first of a guide may have no title."""

    number: int
    title: str
    html: SafeString

    @property
    def anchor(self) -> str:
        """The chapter's address on the page."""
        return f"chapter-{self.number}"


def language_for(code: str) -> str:
    """Return the language of the guides that somebody reads best who works in another one."""
    return "zh-hans" if code.startswith("zh") else "en"


def picture_file(guide: str, language: str, name: str) -> Path:
    """Return where a picture of a guide lies."""
    return FOLDER / "images" / guide / language / f"{name}.png"


@cache
def chapters(guide: str, language: str) -> tuple[Chapter, ...]:
    """Return the chapters of a guide in a language; empty where the site came without its docs."""
    file = FOLDER / f"{guide}.md"
    if not file.is_file():
        return ()
    part = file.read_text(encoding="utf-8").split(f"\n## {PARTS[language]}\n")[1].split("\n## ")[0]
    first, *others = part.split("\n### ")
    written = [("", first), *(text.split("\n", 1) for text in others)]
    return tuple(
        Chapter(number, title.strip(), format_html_join("", "{}", ((block,) for block in _blocks(text))))
        for number, (title, text) in enumerate(written)
        if text.strip()
    )


def _blocks(text: str) -> Iterator[SafeString]:
    for block in re.split(r"\n\s*\n", text.strip()):
        for is_picture, group in groupby(block.split("\n"), lambda line: line.lstrip().startswith("![")):
            lines = list(group)
            yield _pictures(lines) if is_picture else _words(lines)


def _pictures(lines: Iterable[str]) -> SafeString:
    found = (PICTURE.search(line) for line in lines)
    shown = ((reverse("newsroom_guide_picture", args=one.groups()[1:]), one[1]) for one in found if one)
    return format_html_join("", SHOWN, shown)


def _words(lines: list[str]) -> SafeString:
    if lines[0].startswith("|"):
        return _table(lines)
    if not ITEM.match(lines[0]):
        return format_html("<p>{}</p>", _inline(lines))
    items = format_html_join("", "<li>{}</li>", _items(lines))
    if lines[0].startswith("- "):
        return format_html("<ul>{}</ul>", items)
    return format_html('<ol start="{}">{}</ol>', lines[0].partition(".")[0], items)


def _items(lines: list[str]) -> Iterator[tuple[SafeString]]:
    for item in ITEM.split("\n".join(lines))[1:]:
        yield (_inline(item.strip().split("\n")),)


def _table(lines: list[str]) -> SafeString:
    head, _rule, *rows = ([cell.strip() for cell in line.strip("|").split("|")] for line in lines)
    return format_html(
        '<table class="listing"><thead><tr>{}</tr></thead><tbody>{}</tbody></table>',
        format_html_join("", '<th scope="col">{}</th>', ((_inline([cell]),) for cell in head)),
        format_html_join("", "<tr>{}</tr>", ((_cells(row),) for row in rows)),
    )


def _cells(row: list[str]) -> SafeString:
    return format_html_join("", "<td>{}</td>", ((_inline([cell]),) for cell in row))


def _inline(lines: list[str]) -> SafeString:
    html = str(escape(_joined(line.strip() for line in lines)))
    for sign, meant in INLINE:
        html = sign.sub(meant, html)
    return mark_safe(html)  # noqa: S308  (escaped above)


def _to_guide(name: str, words: str) -> str:
    return f'<a href="{reverse("newsroom_guide_of", args=[name])}">{words}</a>'


def _joined(lines: Iterable[str]) -> str:
    """Return lines as one: with a space between letters, and none beside Chinese."""
    text = ""
    for line in lines:
        text += line if not text or WIDE in (width(text[-1]), width(line[:1])) else f" {line}"
    return text
