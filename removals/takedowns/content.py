"""What is kept of something that was taken down, as words to read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from django.utils.html import strip_tags

from designcity.languages import language_name
from removals.takedowns.models import Kind, Takedown, TakenDownPage

NO_WORDS = {"id", "type", "level", "draft_title", "translation_key", "slug"}
_PARAGRAPH = re.compile(r"</(?:p|li|h[1-6])>|<br ?/?>")
_CODE = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[\d\-:.+T ]+|[\w.-]+/[\w./-]+")


@dataclass(frozen=True)
class Words:
    """What was said in one language."""

    language: Any
    paragraphs: list[str]


def words_of(takedown: Takedown) -> list[Words]:
    """Return what a takedown keeps of a page or a passage, by language."""
    if takedown.kind == Kind.PASSAGE:
        return [Words(language_name(one["language"]), _paragraphs(one["text"])) for one in takedown.passages]
    pages = takedown.pages.exclude(page=None).order_by("pk") if takedown.kind == Kind.PAGE else []
    return [Words(language_name(page.language_code), list(_of_page(takedown, page))) for page in pages]


def _of_page(takedown: Takedown, page: TakenDownPage) -> Iterator[str]:
    own = takedown.rows.filter(key=str(page.page_id), before__isnull=False)
    for kept in own.exclude(model__endswith=".Revision").order_by("-model"):
        yield from _in(kept.before)
    for kept in takedown.rows.filter(before__page_id=page.page_id).order_by("model", "pk"):
        if not kept.model.endswith("LogEntry"):
            yield from _in(kept.before)


def _in(value: Any) -> Iterator[str]:
    """Yield the paragraphs in a value as it is kept in JSON."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key not in NO_WORDS:
                yield from _in(part)
    elif isinstance(value, list):
        for part in value:
            yield from _in(part)
    elif isinstance(value, str):
        yield from _paragraphs(value)


def _paragraphs(text: str) -> list[str]:
    lines = unescape(strip_tags(_PARAGRAPH.sub("\n", text))).splitlines()
    return [line.strip() for line in lines if line.strip() and not _CODE.fullmatch(line.strip())]
