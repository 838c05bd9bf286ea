"""What was searched for, counted by day; who searched is written nowhere."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class SearchCount(models.Model):
    """How often a query was asked on one day in one language, what it found, how many results were opened."""

    day = models.DateField(_("day"), default=timezone.localdate)
    language_code = models.CharField(_("language"), max_length=20)
    text = models.CharField(_("typed words"), max_length=120)
    searches = models.PositiveIntegerField(_("searches"), default=0)
    clicks = models.PositiveIntegerField(_("opened results"), default=0)
    found = models.PositiveIntegerField(_("found"), default=0, help_text=_("How many pages, the last time."))

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
