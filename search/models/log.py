"""What was searched for, counted by day; who searched is written nowhere."""

import datetime
from typing import Self

from django.contrib.postgres.aggregates import ArrayAgg
from django.db import models
from django.db.models import F, Max, Q, Sum
from django.db.models.functions import Coalesce, NullIf
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class SearchCountQuerySet(models.QuerySet):
    """The vocabulary of counted searches."""

    def of_last(self, days: int) -> Self:
        """Keep so many days, today among them."""
        return self.filter(day__gt=timezone.localdate() - datetime.timedelta(days=days))

    def by_query(self, *keys: str) -> Self:
        """Return one row for each query (and each `key`): `asked` and `opened` in all, how many times results
        were opened `per_hundred` searches, the `last_day`, and what was `found_last`."""
        rows = self.values("text", *keys).annotate(
            asked=Sum("searches"),
            opened=Sum("clicks"),
            last_day=Max("day"),
            each_day=ArrayAgg("found", order_by="-day"),
        )
        return rows.annotate(
            found_last=F("each_day__0"),
            per_hundred=Coalesce(F("opened") * 100 / NullIf(F("asked"), 0), 0),
        )

    def that_found_nothing(self) -> Self:
        """Keep, of the rows by query, those whose last search found nothing."""
        return self.filter(found_last=0)

    def totals(self) -> dict[str, int]:
        """Return `asked` and `opened` in all, and how many of the searches were `in_vain`."""
        totals = self.aggregate(
            asked=Sum("searches", default=0),
            opened=Sum("clicks", default=0),
            in_vain=Sum("searches", filter=Q(found=0), default=0),
        )
        return {name: int(number) for name, number in totals.items()}


class SearchCount(models.Model):
    """How often a query was asked on one day in one language, what it found, how many results were opened."""

    day = models.DateField(_("day"), default=timezone.localdate)
    language_code = models.CharField(_("language"), max_length=20)
    text = models.CharField(_("typed words"), max_length=120)
    searches = models.PositiveIntegerField(_("searches"), default=0)
    clicks = models.PositiveIntegerField(_("opened results"), default=0)
    found = models.PositiveIntegerField(_("found"), default=0, help_text=_("How many pages, the last time."))

    objects = SearchCountQuerySet.as_manager()

    class Meta:
        verbose_name = _("search")
        verbose_name_plural = _("searches")
        constraints = [
            models.UniqueConstraint(fields=["day", "language_code", "text"], name="search_count_once_a_day")
        ]
        indexes = [models.Index(fields=["language_code", "day"], name="search_count_language_day")]

    def __str__(self) -> str:
        return self.text


class MissedSearch(models.Model):
    """What a reader says is missing, after a search that found nothing; without name or address."""

    language_code = models.CharField(_("language"), max_length=20)
    text = models.CharField(_("typed words"), max_length=120)
    message = models.TextField(_("what is missing"), max_length=1000)
    created_at = models.DateTimeField(_("sent"), auto_now_add=True)
    is_done = models.BooleanField(_("dealt with"), default=False)

    class Meta:
        verbose_name = _("missed content")
        verbose_name_plural = _("missed content")
        ordering = ["is_done", "-created_at"]

    def __str__(self) -> str:
        return self.text
