"""Changes on their way to the indices."""

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _


class PendingUpdate(models.Model):
    """A page whose entry may have changed; written in the transaction of the change itself."""

    page_id = models.BigIntegerField(_("page"))
    created_at = models.DateTimeField(_("since"), auto_now_add=True)

    class Meta:
        verbose_name = _("pending update")
        verbose_name_plural = _("pending updates")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"page {self.page_id}"


class WithdrawalQuerySet(models.QuerySet):
    """The vocabulary of withdrawals."""

    def not_carried_out(self) -> Self:
        """Keep those whose page was not composed anew since."""
        return self.filter(page_id__in=PendingUpdate.objects.values("page_id"))


class Withdrawal(models.Model):
    """A page that must not show from this moment on, although the index may still hold it.

    Written in the transaction that makes the page private, and struck off once the index has let it go.
    """

    page_id = models.BigIntegerField(_("page"), unique=True)
    created_at = models.DateTimeField(_("since"), auto_now_add=True)

    objects = WithdrawalQuerySet.as_manager()

    class Meta:
        verbose_name = _("withdrawal")
        verbose_name_plural = _("withdrawals")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"page {self.page_id}"
