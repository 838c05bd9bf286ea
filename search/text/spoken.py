"""How a title may be typed in Latin letters: its pinyin, and the initials of its syllables."""

from dataclasses import dataclass

from designcity.pinyin import Phrases, units
from search.text.folding import folded

LONGEST_PINYIN = 30
LONGEST_INITIALS = 12
# Titles are rarely longer; what comes later is found by its characters.
MOST_UNITS = 120


@dataclass(frozen=True)
class Spoken:
    """The readings of a text from each of its syllables or words on, without spaces."""

    pinyin: list[str]
    initials: list[str]


def spoken(text: str, phrases: Phrases) -> Spoken:
    """Return how `text` may be typed: 设计之都 gives shejizhidu, jizhidu, zhidu, du and sjzd, jzd, zd, d.

    Text without Han characters is not read: its words are found as words.
    """
    read = [(unit, reading) for unit, reading in units(folded(text), phrases) if reading][:MOST_UNITS]
    starts = range(len(read))
    if all(unit.isascii() for unit, _ in read):
        return Spoken([], [])
    return Spoken(
        [_joined([reading for _, reading in read[start:]], LONGEST_PINYIN) for start in starts],
        [_joined([reading[0] for _, reading in read[start:]], LONGEST_INITIALS) for start in starts],
    )


def _joined(parts: list[str], longest: int) -> str:
    return "".join(parts[:longest])[:longest]
