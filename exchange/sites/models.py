"""What was brought in: so that the second time is none, and an import goes on after a stop."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class Imported(models.Model):
    """An item as it was taken: what an editor changes afterwards stays until the item itself changes."""

    kind = models.CharField(_("kind"), max_length=20)
    key = models.CharField(_("key"), max_length=500)
    digest = models.CharField(_("digest"), max_length=64)
    object_id = models.BigIntegerField(_("number"))

    class Meta:
        verbose_name = _("imported item")
        verbose_name_plural = _("imported items")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["kind", "key"], name="imported_once")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"
