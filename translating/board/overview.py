"""The counts at the top of the board: for each language and section, how much is in which state."""

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count

from designcity.languages import language_name
from translating.board.filters import Part
from translating.board.models import TranslationStatus
from translating.board.states import State


@dataclass(frozen=True)
class Number:
    """A count, and the list that it counts."""

    value: int
    url: str
    state: str


@dataclass(frozen=True)
class Line:
    """A section."""

    name: Any
    url: str
    numbers: list[Number]


@dataclass(frozen=True)
class Language:
    """A language with its sections."""

    name: Any
    lines: list[Line]
    total: Line


def overview(
    address: str, parts: list[tuple[str, Any]], codes: dict[int, str], own: Collection[int]
) -> list[Language]:
    """Return the languages with the counts of their sections, the user's own languages first; one query."""
    counts: dict[int, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    rows = TranslationStatus.objects.values("locale", "section_id", "is_page", "state").order_by()
    known = {key for key, _name in parts}
    for row in rows.annotate(number=Count("pk")):
        part = str(row["section_id"] or (Part.HOME if row["is_page"] else Part.RECORDS))
        counts[row["locale"]][part if part in known else Part.HOME][row["state"]] += row["number"]
    return [
        _language(address, locale_id, language_name(codes[locale_id]), counts[locale_id], parts)
        for locale_id in sorted(counts, key=lambda pk: (pk not in own, pk))
    ]


def _language(
    address: str,
    locale_id: int,
    name: Any,
    counts: dict[str, Counter[str]],
    parts: list[tuple[str, Any]],
) -> Language:
    of_language = {"locale": locale_id}
    lines = [
        _line(address, title, of_language | {"section": key}, counts[key])
        for key, title in parts
        if key in counts
    ]
    total = _line(address, "", of_language, sum(counts.values(), Counter()))
    return Language(name, lines, total)


def _line(address: str, name: Any, query: dict[str, Any], counts: Counter[str]) -> Line:
    numbers = [
        Number(counts[state], f"{address}?{urlencode(query | {'state': state.value})}", str(state.label))
        for state in State
    ]
    return Line(name, f"{address}?{urlencode(query)}", numbers)
