"""What is judged: pages in both languages, and queries with graded answers."""

import datetime
from dataclasses import dataclass
from functools import cached_property

LANGUAGES = ("zh-hans", "en")
DEMO = "demo:"
"""Begins the key of a page of the demo content: `demo:news/symposium`."""
KINDS = ("news", "institution", "campaign")
CLASSES = (
    "known",
    "middle",
    "prefix",
    "pinyin",
    "initials",
    "traditional",
    "typo",
    "forms",
    "mixed",
    "words",
    "synonym",
    "several",
    "nothing",
)
BEST_GRADE = 3


@dataclass(frozen=True)
class Text:
    """A judged page in one language."""

    title: str
    summary: str
    body: tuple[str, ...]
    short_name: str = ""


@dataclass(frozen=True)
class Pair:
    """A judged page in both languages; `where` names the file it stands in."""

    key: str
    kind: str
    texts: dict[str, Text]
    where: str
    date: datetime.date | None = None
    category: str = ""
    district: str = ""


@dataclass(frozen=True)
class Query:
    """What a reader types, and the grades, by page key, of what should come; none: nothing may come."""

    language: str
    kind: str
    text: str
    expected: dict[str, int]
    where: str

    @cached_property
    def wanted(self) -> set[str]:
        """The keys of the pages with the best grade."""
        return {key for key, grade in self.expected.items() if grade == max(self.expected.values())}


@dataclass(frozen=True)
class Judgements:
    """The whole judged set."""

    pairs: list[Pair]
    queries: list[Query]
