"""A query cut where editors know words of the same meaning."""

import re
from dataclasses import dataclass

from search.text.typed import HAN

_LATIN = r"[^\W_]"
_NO_LATIN_BEFORE = rf"(?:(?<=[{HAN}])|(?<!{_LATIN}))"
_NO_LATIN_AFTER = rf"(?:(?=[{HAN}])|(?!{_LATIN}))"


@dataclass(frozen=True)
class Segment:
    """A part of a query, and the other words that mean the same."""

    text: str
    same: tuple[str, ...] = ()


def segments(text: str, groups: list[list[str]]) -> list[Segment]:
    """Cut `text` at the words of `groups`, the longest first; both folded before."""
    same = _same(groups)
    words = sorted((word for word in same if word in text), key=len, reverse=True)
    if not words:
        return [Segment(text)] if text.strip() else []
    pattern = "|".join(_NO_LATIN_BEFORE + re.escape(word) + _NO_LATIN_AFTER for word in words)
    parts = re.split(f"({pattern})", text)
    return [Segment(part.strip(), same.get(part, ())) for part in parts if part.strip()]


def _same(groups: list[list[str]]) -> dict[str, tuple[str, ...]]:
    same: dict[str, tuple[str, ...]] = {}
    for group in groups:
        for word in group:
            others = tuple(other for other in group if other != word)
            same[word] = same.get(word, ()) + others
    return same
