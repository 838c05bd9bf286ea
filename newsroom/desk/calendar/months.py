"""Months and days as the calendar shows them, in the site's time zone."""

import calendar
import datetime
import re
from dataclasses import dataclass

from designcity.times import midnight_after, midnight_before, today

FIRST_YEAR, LAST_YEAR = 1990, 2100
"""The years that the calendar shows."""
BESIDE = 2
"""So many years before and after the one that is shown can be chosen at once."""
MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")


@dataclass(frozen=True)
class Month:
    """A month of a year."""

    year: int
    number: int

    def __str__(self) -> str:
        return f"{self.year:04}-{self.number:02}"

    @property
    def first(self) -> datetime.date:
        """The first day."""
        return datetime.date(self.year, self.number, 1)

    @property
    def previous(self) -> "Month | None":
        """The month before, or None at the beginning of the calendar."""
        return _month_of(self.first - datetime.timedelta(days=1))

    @property
    def next(self) -> "Month | None":
        """The month after, or None at the end of the calendar."""
        return _month_of(self.first + datetime.timedelta(days=31))

    def around(self) -> list["Month"]:
        """Return the months of its year and of the years beside it, as far as the calendar goes."""
        years = range(max(FIRST_YEAR, self.year - BESIDE), min(LAST_YEAR, self.year + BESIDE) + 1)
        return [Month(year, number) for year in years for number in range(1, 13)]

    def weeks(self) -> list[list[datetime.date]]:
        """Return the days of the weeks that the month touches, each from Monday."""
        return calendar.Calendar().monthdatescalendar(self.year, self.number)


@dataclass(frozen=True)
class Days:
    """Some days, from the first to the last."""

    first: datetime.date
    last: datetime.date

    @property
    def start(self) -> datetime.datetime:
        """The moment at which the first day begins."""
        return midnight_before(self.first)

    @property
    def end(self) -> datetime.datetime:
        """The moment at which the last day is over."""
        return midnight_after(self.last)


def month_named(text: str) -> Month:
    """Return the month that a text such as `2026-11` names; this month when it names none."""
    found = MONTH.fullmatch(text)
    if found and FIRST_YEAR <= int(found[1]) <= LAST_YEAR and 1 <= int(found[2]) <= 12:
        return Month(int(found[1]), int(found[2]))
    return this_month()


def this_month() -> Month:
    """Return the month of today."""
    day = today()
    return Month(day.year, day.month)


def day_named(text: str) -> datetime.date | None:
    """Return the day that a text such as `2026-11-03` names, or None."""
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def _month_of(day: datetime.date) -> Month | None:
    return Month(day.year, day.month) if FIRST_YEAR <= day.year <= LAST_YEAR else None
