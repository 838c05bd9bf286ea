"""Pages and entries with a date: their order, their years, and dates of which less than the day is known."""

import datetime
from typing import ClassVar, Self

from django.db import models
from django.db.models.functions import ExtractYear
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from designcity.pages import BasePageQuerySet


class DatedQuerySet(BasePageQuerySet):
    """The vocabulary of pages that readers find by their date."""

    DATE: ClassVar[str]
    """The field that holds the date which readers see."""

    def newest_first(self) -> Self:
        """Order by the date that readers see, then by publication."""
        return self.order_by(f"-{self.DATE}", "-first_published_at", "-pk")

    def of_year(self, year: int) -> Self:
        """Keep the pages dated in one year."""
        return self.filter(**{f"{self.DATE}__year": year})

    def years(self) -> list[int]:
        """Return the years in which there are pages, latest first."""
        years = self.order_by().annotate(year=ExtractYear(self.DATE)).order_by("-year")
        return list(years.values_list("year", flat=True).distinct())


def asked_year(text: str | None) -> int | None:
    """Return the year that a query string asks for; whatever is none counts as not asked."""
    if text and text.isascii() and text.isdigit() and len(text) == 4:
        return int(text) or None
    return None


class Precision(models.TextChoices):
    """How much of a date is known."""

    YEAR = "year", _("Year")
    MONTH = "month", pgettext_lazy("what is known of a date", "Month")
    DAY = "day", pgettext_lazy("what is known of a date", "Day")


def in_words(day: datetime.date, precision: str) -> str:
    """Return what is known of a date, as readers of the active language write it."""
    formats = {
        # Translators: the format of a year that stands alone, as Django's date filter takes it.
        Precision.YEAR: pgettext("format of a year", "Y"),
        Precision.MONTH: "YEAR_MONTH_FORMAT",
    }
    return date_format(day, formats.get(Precision(precision), "DATE_FORMAT"))


def for_machines(day: datetime.date, precision: str) -> str:
    """Return what is known of a date as HTML's `datetime` attribute takes it: `2023`, `2023-10`."""
    lengths = {Precision.YEAR: 4, Precision.MONTH: 7}
    return day.isoformat()[: lengths.get(Precision(precision), 10)]
