"""How many requests came and how fast they were decided, by the month in which they came."""

import datetime
from collections import Counter
from dataclasses import dataclass
from statistics import median
from typing import Any

from designcity.times import local_day
from removals.requests.kinds import State
from removals.requests.models import RemovalRequest

MOST_MONTHS = 24


@dataclass(frozen=True)
class Month:
    """The requests that came in a month."""

    first: datetime.date
    by_state: dict[str, int]
    days_to_decide: float | None
    """The median, of those that are decided."""

    @property
    def number(self) -> int:
        """How many came."""
        return sum(self.by_state.values())

    @property
    def row(self) -> list[int]:
        """How many are in each state, in the states' order."""
        return [self.by_state.get(state, 0) for state in State.values]


@dataclass(frozen=True)
class Figures:
    """The months, the latest first, and all of them together."""

    months: list[Month]
    total: Month | None


def figures() -> Figures:
    """Return the figures of the last two years; one query."""
    rows = RemovalRequest.objects.order_by("-received_at").values_list("received_at", "state", "decided_at")
    by_month: dict[datetime.date, list[Any]] = {}
    for row in rows.iterator():
        by_month.setdefault(local_day(row[0]).replace(day=1), []).append(row)
    months = [_month(first, by_month[first]) for first in sorted(by_month, reverse=True)[:MOST_MONTHS]]
    shown = [row for month in months for row in by_month[month.first]]
    return Figures(months, _month(months[-1].first, shown) if months else None)


def _month(first: datetime.date, rows: list[Any]) -> Month:
    days = [(local_day(decided) - local_day(came)).days for came, _state, decided in rows if decided]
    return Month(first, dict(Counter(state for _came, state, _decided in rows)), median(days) if days else None)
