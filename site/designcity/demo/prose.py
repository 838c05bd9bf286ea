"""The light markup of long texts in the data files, as Wagtail's rich text.

Blank lines divide paragraphs; lines that begin with `- ` or `1. ` are lists; `**bold**`;
`[words](page:key)` leads to a page of the site and `[words](https://…)` elsewhere.
"""

import re
from collections.abc import Callable
from html import escape

LISTS = {re.compile(r"- "): "ul", re.compile(r"\d+\. "): "ol"}


def rich_text(text: str, page_id: Callable[[str], int]) -> str:
    """Return the HTML that Wagtail keeps; `page_id` finds a page by its key."""
    passages = [passage.strip() for passage in re.split(r"\n\s*\n", text.strip())]
    return "".join(_passage(passage, page_id) for passage in passages if passage)


def _passage(passage: str, page_id: Callable[[str], int]) -> str:
    lines = [line.strip() for line in passage.splitlines()]
    for mark, tag in LISTS.items():
        if all(mark.match(line) for line in lines):
            items = "".join(f"<li>{_inline(mark.sub('', line, count=1), page_id)}</li>" for line in lines)
            return f"<{tag}>{items}</{tag}>"
    return f"<p>{_inline(_joined(lines), page_id)}</p>"


def _joined(lines: list[str]) -> str:
    """Join broken lines: by a space between Latin words, by nothing between Han characters."""
    return re.sub(r"(?<=[\u3000-\u9fff\uff00-\uffef]) (?=[\u3000-\u9fff\uff00-\uffef])", "", " ".join(lines))


def _inline(text: str, page_id: Callable[[str], int]) -> str:
    marked = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", escape(text, quote=False))
    marked = re.sub(r"\[(.+?)\]\(page:([\w-]+)\)", lambda found: _page_link(found, page_id), marked)
    return re.sub(r"\[(.+?)\]\((https?://[^)\s]+)\)", r'<a href="\2">\1</a>', marked)


def _page_link(found: re.Match[str], page_id: Callable[[str], int]) -> str:
    return f'<a linktype="page" id="{page_id(found[2])}">{found[1]}</a>'
