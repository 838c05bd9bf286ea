"""Generated stories: the same story in Chinese and English, no two with the same title.

The words follow a Zipf-like law and the names form a long tail, so that an index of them is like that of a
large site. A seed always gives the same stories.
"""

import random
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

from tests.corpora import names, vocabulary
from tests.corpora.patterns import NAMES, SENTENCES, TITLES, Pattern
from tests.corpora.vocabulary import Word

CHINESE, ENGLISH = "zh-hans", "en"
FEWEST, MOST = 14, 25
"""Sentences of a body: some 300 to 700 Chinese characters."""
LONGEST_ENGLISH = 750
PER_PARAGRAPH = 4


@dataclass(frozen=True)
class Writing:
    """What one page says in one language; `fields` are further columns of its page type."""

    title: str
    summary: str
    body: Sequence[str]
    fields: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Story:
    """One page in all its languages, which know each other by the key."""

    translation_key: uuid.UUID
    writings: dict[str, Writing]


class Writer:
    """Makes stories, one after the other."""

    def __init__(self, seed: int = 1) -> None:
        self._chance = random.Random(seed)  # noqa: S311  (nothing is kept secret by it)
        self._titles: set[str] = set()
        self._words: dict[str, Iterator[Word]] = {
            "thing": self._stream(vocabulary.THINGS),
            "people": self._stream(vocabulary.PEOPLE),
            "kind": self._stream(vocabulary.PLACES),
            "house": self._stream(vocabulary.HOUSES),
            "quality": self._stream(vocabulary.QUALITIES),
            "deed": self._stream(vocabulary.DEEDS),
            "time": self._stream(vocabulary.TIMES),
            "number": self._stream([Word(str(number), str(number)) for number in range(2, 200)]),
            "year": self._stream([Word(str(year), str(year)) for year in range(2026, 2012, -1)]),
        }

    def articles(self, count: int) -> Iterator[Story]:
        """Yield stories titled like news."""
        return (self._story(TITLES) for _ in range(count))

    def institutions(self, count: int) -> Iterator[Story]:
        """Yield stories titled like institutions, with a short name."""
        return (self._story(NAMES) for _ in range(count))

    def _story(self, titles: Sequence[Pattern]) -> Story:
        cast = self._cast()
        zh_title, en_title = self._new_title(titles, cast)
        sentences = [self._filled(pattern, cast) for pattern in self._sample(SENTENCES)]
        (zh_summary, en_summary), *rest = sentences
        short = {"short_name": cast["place"].zh + cast["kind"].zh}, {"short_name": cast["place"].en}
        fields = short if titles is NAMES else ({}, {})
        key = uuid.UUID(int=self._chance.getrandbits(128), version=4)
        zh = Writing(zh_title, zh_summary, _paragraphs([zh for zh, _en in rest], ""), fields[0])
        en = Writing(en_title, en_summary, _paragraphs(_short([en for _zh, en in rest]), " "), fields[1])
        return Story(key, {CHINESE: zh, ENGLISH: en})

    def _cast(self) -> dict[str, Word]:
        """Return the names that go through a whole story."""
        chance = self._chance
        code = f"{chance.choice('ABCDEFGHJKLMNPQRSTUVWXYZ')}{chance.randint(2, 9)}-{chance.randint(10, 999)}"
        return {
            "place": names.place(chance),
            "place2": names.place(chance),
            "person": names.person(chance),
            "name": names.coined(chance),
            "code": Word(code, code),
            "kind": next(self._words["kind"]),
        }

    def _new_title(self, titles: Sequence[Pattern], cast: dict[str, Word]) -> tuple[str, str]:
        while True:
            both = self._filled(self._chance.choice(titles), cast)
            if self._titles.isdisjoint(both):
                self._titles.update(both)
                return both
            cast |= self._cast()

    def _filled(self, pattern: Pattern, cast: dict[str, Word]) -> tuple[str, str]:
        words = {name: cast.get(name) or next(self._words[kind]) for name, kind in pattern.gaps}
        zh = pattern.zh.format_map({name: word.zh for name, word in words.items()})
        en = pattern.en.format_map(words)
        return zh, en[0].upper() + en[1:]

    def _sample(self, patterns: Sequence[Pattern]) -> list[Pattern]:
        return self._chance.choices(patterns, k=self._chance.randint(FEWEST, MOST))

    def _stream(self, words: Sequence[Word]) -> Iterator[Word]:
        """Yield words for ever: the one in place n about 1/n as often as the first."""
        weights = list(accumulate(1 / (place + 3) for place in range(len(words))))
        while True:
            yield from self._chance.choices(words, cum_weights=weights, k=2048)


def _short(sentences: Sequence[str]) -> list[str]:
    lengths = accumulate(len(sentence) for sentence in sentences)
    return [sentence for sentence, length in zip(sentences, lengths, strict=True) if length <= LONGEST_ENGLISH]


def _paragraphs(sentences: Sequence[str], space: str) -> list[str]:
    starts = range(0, len(sentences), PER_PARAGRAPH)
    return [space.join(sentences[start : start + PER_PARAGRAPH]) for start in starts]
