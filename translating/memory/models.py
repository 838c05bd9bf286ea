"""Entry: a segment and one of its translations."""

import hashlib
from typing import Any, ClassVar, Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _

from translating.memory.grams import grams
from translating.plain import folded


class EntryQuerySet(models.QuerySet):
    """How entries are found."""

    def between(self, source: str, target: str) -> Self:
        """Keep the entries from one language into another, by their codes."""
        return self.filter(source_language=source, target_language=target)

    def of_segments(self, segments: list[str]) -> Self:
        """Keep the translations of segments that say the same as some of these."""
        return self.filter(source_digest__in=[digest(one) for one in segments])


class Entry(models.Model):
    """What a segment was translated into, where, when and by whom; it outlives the page it stood on."""

    source_language = models.CharField(_("from"), max_length=35)
    target_language = models.CharField(_("into"), max_length=35)
    source = models.TextField(_("original"))
    target = models.TextField(_("translation"))
    source_digest = models.CharField(max_length=32, editable=False)
    target_digest = models.CharField(max_length=32, editable=False)
    grams = ArrayField(models.CharField(max_length=255), editable=False, default=list)
    origin = models.CharField(_("where"), max_length=255, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("by"),
    )
    used_at = models.DateTimeField(_("last used"))

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("entry of the translation memory")
        verbose_name_plural = _("translation memory")
        ordering: ClassVar[list[str]] = ["-used_at", "-pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["source_language", "target_language", "source_digest", "target_digest"],
                name="translating_entry_once",
            )
        ]
        indexes: ClassVar[list[models.Index]] = [
            GinIndex(fields=["grams"], name="translating_entry_grams"),
            models.Index(fields=["source_digest"], name="translating_entry_source"),
        ]

    def __str__(self) -> str:
        return self.source

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.fill()
        super().save(*args, **kwargs)

    def fill(self) -> None:
        """Set what follows from the texts; for entries that are written many at once."""
        self.source_digest, self.target_digest = digest(self.source), digest(self.target, folding=False)
        self.grams = [one[:255] for one in grams(self.source)]


def digest(segment: str, folding: bool = True) -> str:
    """Return the digest by which equal texts are found; `folding`: case, width, mark-up make no difference."""
    said = folded(segment) if folding else segment
    return hashlib.blake2b(said.encode(), digest_size=16).hexdigest()
