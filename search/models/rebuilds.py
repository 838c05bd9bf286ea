"""What is known of the rebuilds of an index: under way, asked for, ended, failed."""

from datetime import datetime, timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop, pgettext_lazy

SILENCE = timedelta(seconds=60)
"""A rebuild that has given no sign of life for so long has stalled."""
PATIENCE = timedelta(minutes=10)
"""A rebuild that was asked for and has not begun for so long may be asked for again."""


class Rebuild(models.Model):
    """A rebuild under way: the new index that updates must reach too, until the alias points at it."""

    language_code = models.CharField(_("language"), max_length=20, unique=True)
    index_name = models.CharField(_("index"), max_length=255)
    started_at = models.DateTimeField(_("started"), auto_now_add=True)
    done = models.PositiveIntegerField(_("done"), default=0)
    total = models.PositiveIntegerField(_("in all"), default=0)
    beat_at = models.DateTimeField(_("last sign of life"), auto_now=True)

    class Meta:
        verbose_name = _("rebuild")
        verbose_name_plural = _("rebuilds")
        permissions = [("rebuild_index", gettext_noop("Can build the search index anew"))]

    def __str__(self) -> str:
        return self.index_name

    @property
    def has_stalled(self) -> bool:
        """Whether nothing was heard of it for a minute: its process is gone, most likely."""
        return self.beat_at < timezone.now() - SILENCE


class Failure(models.TextChoices):
    """Why a rebuild did not end."""

    AWAY = "away", _("Elasticsearch did not answer.")
    REFUSED = "refused", _("Elasticsearch refused what it was sent.")
    BROKEN = "broken", _("The program met an error; its log says more.")


class LastRebuild(models.Model):
    """What came of the rebuilds of a language: the one asked for, the last that ended, the last that failed."""

    language_code = models.CharField(_("language"), max_length=20, unique=True)
    asked_at = models.DateTimeField(_("asked for"), null=True)
    finished_at = models.DateTimeField(_("finished"), null=True)
    documents = models.PositiveIntegerField(pgettext_lazy("number of", "documents"), default=0)
    seconds = models.PositiveIntegerField(_("seconds"), default=0)
    failed_at = models.DateTimeField(_("failed"), null=True)
    failure = models.CharField(_("reason"), max_length=10, choices=Failure, blank=True)

    class Meta:
        verbose_name = _("last rebuild")
        verbose_name_plural = _("last rebuilds")

    def __str__(self) -> str:
        return self.language_code

    @property
    def is_awaited(self) -> bool:
        """Whether a rebuild was asked for that has not begun yet."""
        return self.asked_at is not None and self.asked_at > timezone.now() - PATIENCE

    def has_failed_since(self, moment: datetime) -> bool:
        """Whether a rebuild has failed after that moment."""
        return self.failed_at is not None and self.failed_at > moment
