"""Finding a passage that begins in one text and ends in another, as it does over several blocks of a body."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Blocks = Sequence[Sequence[str]]
"""The texts of each block as their letters only.

Those of one block may stand in any order: the database does not keep that of a block's parts.
"""


@dataclass(frozen=True)
class Part:
    """A piece of a passage: in which text of which block, from which letter to which."""

    block: int
    text: int
    first: int
    after: int


def occurrences(blocks: Blocks, wanted: str) -> Iterator[list[Part]]:
    """Yield the parts of each place where a passage stands; they may overlap where it repeats itself."""
    for block, texts in enumerate(blocks):
        for text, letters in enumerate(texts):
            for start in starts(letters, wanted):
                yield [Part(block, text, start, start + len(wanted))]
            yield from _beginning_at(blocks, block, text, wanted)


def spread(blocks: Blocks, wanted: str) -> list[Part]:
    """Return the parts of the first place where a passage stands in several texts; empty if there is none."""
    return next((parts for parts in occurrences(blocks, wanted) if len(parts) > 1), [])


def starts(letters: str, wanted: str) -> list[int]:
    """Return where a passage begins within one text."""
    found, at = [], letters.find(wanted) if wanted else -1
    while at >= 0:
        found.append(at)
        at = letters.find(wanted, at + len(wanted))
    return found


def _beginning_at(blocks: Blocks, block: int, text: int, wanted: str) -> Iterator[list[Part]]:
    """Yield the one way in which the end of a text begins the passage and the texts after it end it."""
    letters = blocks[block][text]
    for length in range(min(len(letters), len(wanted) - 1), 0, -1):
        if letters.endswith(wanted[:length]):
            rest = _rest(blocks, block, {text}, wanted[length:])
            if rest is not None:
                yield [Part(block, text, len(letters) - length, len(letters)), *rest]
                return


def _rest(blocks: Blocks, block: int, read: set[int], wanted: str) -> list[Part] | None:
    """Return where the rest of a passage stands, in this block and those after it, without a gap of words."""
    found: list[Part] = []
    for at in range(block, len(blocks)):
        unread = {text for text, letters in enumerate(blocks[at]) if letters} - (read if at == block else set())
        before = len(found)
        while (step := _step(blocks[at], unread, wanted)) is not None:
            text, length = step
            found.append(Part(at, text, 0, length))
            unread.remove(text)
            wanted = wanted[length:]
            if not wanted:
                return found
        if at > block and unread and len(found) == before:
            return None
    return None


def _step(texts: Sequence[str], unread: set[int], wanted: str) -> tuple[int, int] | None:
    """Return the text with which the passage goes on, and how many letters of it; the longest of several."""
    whole = [(text, len(texts[text])) for text in unread if wanted.startswith(texts[text])]
    ends = [(text, len(wanted)) for text in unread if texts[text].startswith(wanted)]
    return max([*ends, *whole], key=lambda step: step[1], default=None)
