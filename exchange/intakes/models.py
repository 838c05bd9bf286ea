"""Intake: how a draft came in, and what of it could not be taken over."""

from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from designcity.private_files import private_storage


class IntakeKind(models.TextChoices):
    """From what a draft was made."""

    WORD = "word", _("Word file")
    WEB = "web", _("Web page")


class IntakeQuerySet(models.QuerySet["Intake"]):
    """The vocabulary of intakes."""

    def to_be_looked_at(self, page: Page) -> "Intake | None":
        """Return what the editors of a page have not put aside yet."""
        return self.filter(page=page, is_done=False).order_by("-made_at").first()


class Intake(models.Model):
    """Stays with the page that was made; its original is only for the office."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="intakes", verbose_name=_("page"))
    kind = models.CharField(_("kind"), max_length=8, choices=IntakeKind)
    name = models.CharField(_("name of the file"), max_length=255, blank=True)
    address = models.URLField(_("address"), max_length=500, blank=True)
    original = models.FileField(
        _("original file"), upload_to="intakes", storage=private_storage, max_length=255, blank=True
    )
    findings = models.JSONField(_("what was not taken over"), default=list, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("brought in by"),
    )
    made_at = models.DateTimeField(_("brought in"), auto_now_add=True)
    is_done = models.BooleanField(_("looked through"), default=False)

    objects = IntakeQuerySet.as_manager()

    class Meta:
        verbose_name = _("intake")
        verbose_name_plural = _("intakes")

    def __str__(self) -> str:
        return self.name or self.address or str(self.get_kind_display())


def remove_original(sender: Any, instance: Intake, **kwargs: Any) -> None:
    """Remove the original of an intake that was deleted, once the deletion holds."""
    if instance.original:
        storage, name = instance.original.storage, instance.original.name
        transaction.on_commit(lambda: storage.delete(str(name)))
