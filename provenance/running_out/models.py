"""Who was told in which week, so that nobody is told twice."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class WeeklyMail(models.Model):
    """A mail of what runs out, to one person in one week, such as `2026-W48`."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name=_("user")
    )
    week = models.CharField(_("week"), max_length=8)
    sent_at = models.DateTimeField(_("sent"), auto_now_add=True)

    class Meta:
        verbose_name = _("mail of what runs out")
        verbose_name_plural = _("mails of what runs out")
        default_permissions: ClassVar[tuple[str, ...]] = ()
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["user", "week"], name="provenance_one_mail_a_week")
        ]

    def __str__(self) -> str:
        return f"{self.week} {self.user}"
