"""Assignment: who has an original in a language, until it is published."""

import datetime
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from designcity.times import today
from translating.board.states import WITH_WORDS_TO_DO, State


class AssignmentQuerySet(models.QuerySet):
    """How assignments are found."""

    def finished(self) -> Self:
        """Keep those of what is published."""
        return self.filter(status__state=State.LIVE)

    def untold(self) -> Self:
        """Keep those of which the person has not been told by mail, and can be."""
        return self._of_people_with_mail().filter(told_at__isnull=True)

    def to_remind_of(self) -> Self:
        """Keep those due by tomorrow of which the person was not reminded and has known for a day."""
        tomorrow = today() + datetime.timedelta(days=1)
        yesterday = timezone.now() - datetime.timedelta(days=1)
        found = self._of_people_with_mail().filter(
            reminded_at__isnull=True, due_on__lte=tomorrow, assigned_at__lt=yesterday
        )
        return found.exclude(status__state=State.LIVE)

    def ready_and_untold(self) -> Self:
        """Keep those that are done, of which whoever gave them away has not been told by mail, and can be."""
        ready = self.filter(status__state=State.READY, ready_told_at__isnull=True, by__is_active=True)
        return ready.exclude(by=F("person")).exclude(by__email="")

    def begun_anew(self) -> Self:
        """Keep those that were said to be done and are not any more: the original has changed."""
        return self.filter(ready_told_at__isnull=False, status__state__in=WITH_WORDS_TO_DO)

    def _of_people_with_mail(self) -> Self:
        return self.filter(person__is_active=True).exclude(person__email="")


class Assignment(models.Model):
    """One original in one language that somebody translates; it goes when the translation is published."""

    wagtail_reference_index_ignore = True

    status = models.OneToOneField(
        "translating.TranslationStatus", on_delete=models.CASCADE, related_name="assignment"
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name=_("translator")
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("assigned by"),
    )
    due_on = models.DateField(_("due"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True, max_length=1000)
    assigned_at = models.DateTimeField(_("assigned"), default=timezone.now)
    told_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)
    ready_told_at = models.DateTimeField(null=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        default_permissions: ClassVar[tuple[str, ...]] = ()

    def __str__(self) -> str:
        return f"{self.status} → {self.person}"

    @property
    def is_overdue(self) -> bool:
        """Whether it should have been done before today."""
        day: datetime.date | None = self.due_on
        return day is not None and day < today()
