"""The guides as HTML, chapter by chapter, from the Markdown in which they are written."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from designcity.widths import width

FOLDER: Path = settings.ROOT / "docs"
PARTS = {"zh-hans": "中文", "en": "English"}
"""The languages in which guides are written, each with the heading of its part."""
WIDE = 2
"""The width of a Chinese character, in Latin ones."""
SHOWN = (
    '<span class="newsroom-guide__picture">'
    '<img src="{}" alt="" width="960" height="600" loading="lazy"><span>{}</span></span>'
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


class Renderer(RendererHTML):
    """Shows pictures with their words, leads to the other guides, and joins Chinese lines without a space."""

    def image(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """Show a picture as the guide's view serves it."""
        guide, language, file = str(tokens[idx].attrs["src"]).split("/")[1:]
        picture = reverse("newsroom_guide_picture", args=[guide, language, Path(file).stem])
        return format_html(SHOWN, picture, tokens[idx].content)

    def link_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """Lead to another guide where the file leads to its file."""
        tokens[idx].attrs["href"] = reverse(
            "newsroom_guide_of", args=[Path(str(tokens[idx].attrs["href"])).stem]
        )
        return self.renderToken(tokens, idx, options, env)

    def table_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """Let a table look like those of the editors' interface."""
        tokens[idx].attrs["class"] = "listing"
        return self.renderToken(tokens, idx, options, env)

    def softbreak(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """Join two lines: with a space between letters, and none beside Chinese."""
        before = next((one.content[-1] for one in reversed(tokens[:idx]) if one.content), "")
        after = next((one.content[0] for one in tokens[idx + 1 :] if one.content), "")
        return "" if WIDE in (width(before), width(after)) else "\n"


MARKDOWN = MarkdownIt("commonmark", {"html": False}, renderer_cls=Renderer).enable("table")


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
    tokens = _part(MARKDOWN.parse(file.read_text(encoding="utf-8")), PARTS[language])
    begins = [at for at, token in enumerate(tokens) if (token.type, token.tag) == ("heading_open", "h3")]
    untitled = Chapter(0, "", _html(tokens[: begins[0]]))
    titled = (
        Chapter(number, tokens[begin + 1].content, _html(tokens[begin + 3 : end]))
        for number, (begin, end) in enumerate(pairwise([*begins, len(tokens)]), start=1)
    )
    return tuple(chapter for chapter in (untitled, *titled) if chapter.html)


def _part(tokens: list[Token], heading: str) -> list[Token]:
    """Return what stands below a heading of the second level."""
    begins = [at for at, token in enumerate(tokens) if (token.type, token.tag) == ("heading_open", "h2")]
    for begin, end in pairwise([*begins, len(tokens)]):
        if tokens[begin + 1].content == heading:
            return tokens[begin + 3 : end]
    return []


def _html(tokens: list[Token]) -> SafeString:
    return mark_safe(MARKDOWN.renderer.render(tokens, MARKDOWN.options, {}))  # noqa: S308  (no HTML is let through)
