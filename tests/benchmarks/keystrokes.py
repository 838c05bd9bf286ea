"""What readers type: beginnings never asked before, and a realistic mix."""

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from designcity.pinyin import units
from tests.corpora.text import CHINESE

SHORTEST, LONGEST = 2, 12


Titles = Mapping[str, Sequence[str]]
"""Titles of pages, by language."""


@dataclass(frozen=True)
class Typed:
    """What stands in the search field of a site's language."""

    language: str
    text: str


def never_asked(titles: Titles, seed: int) -> Iterator[Typed]:
    """Yield distinct beginnings of words of the titles: Chinese as characters and as pinyin, and English.

    No two are alike, whatever the case and the spaces.
    """
    chance = random.Random(seed)  # noqa: S311
    seen: set[Typed] = set()
    order = [(language, title) for language in titles for title in titles[language]]
    while True:
        chance.shuffle(order)
        for language, title in order:
            typed = Typed(language, _some_of(title, language, chance))
            if len(typed.text) >= SHORTEST and typed not in seen:
                seen.add(typed)
                yield typed


def realistic(titles: Titles, seed: int) -> Iterator[Typed]:
    """Yield what readers type who look for some titles more often than for others (Zipf), letter by letter."""
    chance = random.Random(seed)  # noqa: S311
    wanted = [(language, title) for pair in zip(*_each(titles), strict=False) for language, title in pair]
    chance.shuffle(wanted)
    weights = list(accumulate(1 / rank for rank in range(1, len(wanted) + 1)))
    while True:
        [(language, title)] = chance.choices(wanted, cum_weights=weights)
        text = title if language != CHINESE or chance.random() < 0.8 else _in_pinyin(title)
        for end in range(1, min(len(text), chance.randint(3, LONGEST)) + 1):
            if text[end - 1] != " ":
                yield Typed(language, text[:end])


def _each(titles: Titles) -> Iterable[list[tuple[str, str]]]:
    return [[(language, title) for title in of_language] for language, of_language in titles.items()]


def _some_of(title: str, language: str, chance: random.Random) -> str:
    """Return some letters from the beginning of one of the title's words or characters on."""
    if language == CHINESE:
        start = chance.randrange(max(len(title) - 2, 1))
        part = title[start:]
        text = part if chance.random() < 0.7 else _in_pinyin(part)
    else:
        words = title.split()
        text = " ".join(words[chance.randrange(len(words)) :])
    return text[: chance.randint(SHORTEST, LONGEST)].strip().lower()


def _in_pinyin(text: str) -> str:
    return "".join(reading for _unit, reading in units(text))
