"""Delivery: a file that came back from translators, and what became of it."""

from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail_localize.models import Translation

from translating.files.sheets import Sheet


class DeliveryQuerySet(models.QuerySet):
    """How deliveries are found."""

    def seen_by(self, user: Any) -> Self:
        """Keep those that the user brought in; administrators see all."""
        return self if user.is_superuser else self.filter(user=user)

    def of_sources(self, sources: Any) -> Self:
        """Keep those that hold sentences of some originals, by wagtail-localize's sources."""
        named = models.Q(pk__in=[])
        for uuid in Translation.objects.filter(source__in=sources).values_list("uuid", flat=True):
            sheet = [{"key": str(uuid)}]
            named |= models.Q(sheets__contains=sheet) | models.Q(report__contains=sheet)
        return self.filter(named)


class Delivery(models.Model):
    """What stands in a file, until it is taken over; then how many sentences were, and how many not."""

    name = models.CharField(_("name"), max_length=255)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("by")
    )
    only = models.ForeignKey(
        Translation,
        null=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text="The page from whose editor it came.",
    )
    made_at = models.DateTimeField(_("uploaded"), auto_now_add=True)
    sheets = models.JSONField(default=list)
    taken_at = models.DateTimeField(_("taken over"), null=True)
    taken = models.PositiveIntegerField(_("sentences taken over"), default=0)
    refused = models.PositiveIntegerField(_("sentences refused"), default=0)
    report = models.JSONField(default=list)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("file from translators")
        verbose_name_plural = _("files from translators")
        ordering: ClassVar[list[str]] = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def url(self) -> str:
        """The address of what it does, or did."""
        return reverse("translating_delivery", args=[self.pk])

    def as_sheets(self) -> list[Sheet]:
        """Return what stands in the file."""
        return [Sheet.of_data(data) for data in self.sheets]
