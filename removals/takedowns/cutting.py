"""Taking a passage out of a text, be it plain or HTML, wherever its mark-up and white space fall."""

import json
import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from html import unescape
from typing import Any, Self

from removals.takedowns.spreading import Part, spread, starts

SURE = 12
"""A shorter passage of a translation is taken out only where it stands alone: it may be a common word."""
PART = 20
"""So many characters of a passage are recognised where they stand alone, as in a summary cut short."""
SHORT = "[…]"
UNREAD = {"id", "type", "level", "alt_text", "address"}
"""Parts of blocks that nobody reads on the page, so that they may stand within a passage."""
MOST_PLACES = 50
_TOKEN = re.compile(r"<[/!a-zA-Z][^>]*>|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]+);|.", re.DOTALL)
_INLINE = re.compile(r"</?(?:a|abbr|b|code|em|i|span|strong|sub|sup|u)(?=[\s>/])")
_EMPTY = re.compile(r"<(a|abbr|b|code|em|h[1-6]|i|li|p|span|strong|sub|sup|u)(?:\s[^>]*)?>\s*</\1>")


@dataclass(frozen=True)
class Cutter:
    """Cuts passages out of texts; the first of what goes gives its place to the marker."""

    passages: Sequence[str]
    marker: str
    only_alone: frozenset[str] = frozenset()
    """Those of the passages that are taken out only where they stand alone."""

    def shorter(self) -> Self:
        """Return the same with the shortest marker, for columns that have no room for another."""
        return replace(self, marker=SHORT)

    def out_of(self, value: Any) -> Any:
        """Return a value as it is kept in JSON, its texts without the passages."""
        if isinstance(value, dict):
            return {key: self.out_of(part) for key, part in value.items()}
        if isinstance(value, list):
            return [self.out_of(part) for part in (self._out_of_blocks(value) if _is_stream(value) else value)]
        return self.out_of_text(value) if isinstance(value, str) else value

    def out_of_text(self, text: str) -> str:
        """Return a text without the passages; what is JSON itself, as drafts hold their bodies, stays JSON."""
        if text[:1] in "[{" and text[1:]:
            try:
                inner = json.loads(text)
            except ValueError:
                pass
            else:
                cut = self.out_of(inner)
                return text if cut == inner else json.dumps(cut, ensure_ascii=False)
        for passage in self.passages:
            text = self._without(text, passage)
        return text

    def _out_of_blocks(self, stream: list[Any]) -> list[Any]:
        """Return blocks without what stands in several of them; it is taken from each."""
        stream = deepcopy(stream)
        for passage in self.passages:
            wanted = squeezed(passage)
            for _ in range(0 if passage in self.only_alone else MOST_PLACES):
                blocks = [list(_texts_in(block["value"], block, "value")) for block in stream]
                parts = spread([[squeezed(text.words) for text in texts] for texts in blocks], wanted)
                if not parts:
                    break
                for part in parts:
                    blocks[part.block][part.text].cut(part, self.marker if part == parts[0] else "")
        return stream

    def _without(self, text: str, passage: str) -> str:
        wanted = squeezed(passage)
        if not wanted:
            return text
        tokens = _TOKEN.findall(text)
        letters = list(_letters(tokens))
        whole = "".join(letter for letter, _ in letters)
        if len(whole) >= PART and whole.rstrip("….") in wanted:
            wanted = whole
        spans = [(letters[start][1], letters[start + len(wanted) - 1][1]) for start in starts(whole, wanted)]
        if passage in self.only_alone:
            spans = [span for span in spans if _stands_alone(tokens, *span)]
        return _cut(tokens, spans, self.marker) if spans else text


@dataclass(frozen=True)
class Text:
    """A text of a block, and where it stands in what is kept of that."""

    holder: Any
    key: Any

    @property
    def words(self) -> str:
        """The text as it is now."""
        return str(self.holder[self.key])

    def cut(self, part: Part, marker: str) -> None:
        """Take out a part; a plain text of which nothing is left, such as a heading, says at least that."""
        tokens = _TOKEN.findall(self.words)
        letters = list(_letters(tokens))
        left = _cut(tokens, [(letters[part.first][1], letters[part.after - 1][1])], marker)
        self.holder[self.key] = left if left.strip() or "<" in self.words else SHORT


def _is_stream(value: list[Any]) -> bool:
    return bool(value) and all(isinstance(part, dict) and {"type", "value"} <= part.keys() for part in value)


def _texts_in(value: Any, holder: Any, key: Any) -> Iterator[Text]:
    """Yield the texts of a block that readers see."""
    if isinstance(value, str):
        yield Text(holder, key)
    elif isinstance(value, dict | list):
        for inner, part in value.items() if isinstance(value, dict) else enumerate(value):
            if inner not in UNREAD:
                yield from _texts_in(part, value, inner)


def _cut(tokens: list[str], spans: list[tuple[int, int]], marker: str) -> str:
    """Return a text without some spans of its tokens; mark-up in them stays."""
    for first, last in reversed(spans):
        tokens[first : last + 1] = [marker, *filter(_is_tag, tokens[first : last + 1])]
    return _tidied("".join(tokens), marker)


def squeezed(text: str) -> str:
    """Return the letters of a text without white space and mark-up."""
    return "".join(letter for letter, _ in _letters(_TOKEN.findall(text)))


def _letters(tokens: Sequence[str]) -> Iterator[tuple[str, int]]:
    for place, token in enumerate(tokens):
        if not _is_tag(token):
            for letter in unescape(token):
                if not (letter.isspace() or letter in "\u200b\ufeff\u00ad"):
                    yield letter, place


def _is_tag(token: str) -> bool:
    return len(token) > 2 and token[0] == "<"


def _stands_alone(tokens: Sequence[str], first: int, last: int) -> bool:
    """Whether what stands before and after is the edge of the text, or of a paragraph."""
    before = (token for token in reversed(tokens[:first]) if not _is_between(token))
    after = (token for token in tokens[last + 1 :] if not _is_between(token))
    return all(token is None or _is_tag(token) for token in (next(before, None), next(after, None)))


def _is_between(token: str) -> bool:
    return token.isspace() or bool(_INLINE.match(token))


def _tidied(html: str, marker: str) -> str:
    """Leave no empty elements behind, and none that marks up the marker alone."""
    alone = re.compile(rf"<(a|abbr|b|code|em|i|strong)(?:\s[^>]*)?>{re.escape(marker)}</\1>")
    before = None
    while before != html:
        before = html
        html = alone.sub(marker, _EMPTY.sub("", html))
    return html
