"""KeptMail: a mail that is kept with what it tells of, sent in the background, and tried again.

What is kept is what to tell and to whom, never the text: that is composed when it is sent.
"""

import datetime
import operator
from functools import partial, reduce
from typing import ClassVar, Self

from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone

from designcity.mails.letters import Letter
from designcity.mails.sending import send

MOST_ATTEMPTS = 12
PAUSE = datetime.timedelta(minutes=2)
"""For so long a mail is left to its task; each failure doubles the pause, so that twelve take three days."""


class KeptMailQuerySet(models.QuerySet):
    """How mails are found."""

    def unsent(self) -> Self:
        """Keep those that are still to be sent."""
        return self.filter(sent_at__isnull=True, attempts__lt=MOST_ATTEMPTS)

    def due(self) -> Self:
        """Keep those whose time has come to be tried again."""
        now = timezone.now()
        times = (Q(attempts=failed, written_at__lt=now - PAUSE * 2**failed) for failed in range(MOST_ATTEMPTS))
        return self.unsent().filter(reduce(operator.or_, times))

    def given_up(self) -> Self:
        """Keep those that could not be sent, however often it was tried."""
        return self.filter(sent_at__isnull=True, attempts__gte=MOST_ATTEMPTS)


class KeptMail(models.Model):
    """One mail; who derives from it says to whom it goes, and what it says."""

    wagtail_reference_index_ignore = True

    written_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)

    objects = KeptMailQuerySet.as_manager()

    class Meta:
        abstract = True
        default_permissions: ClassVar[tuple[str, ...]] = ()
        ordering: ClassVar[list[str]] = ["written_at", "pk"]

    @property
    def recipients(self) -> list[str]:
        """The addresses to which it goes; none when nobody is to be told any more."""
        raise NotImplementedError

    def letter(self) -> Letter:
        """Return what it says now."""
        raise NotImplementedError

    def keep(self) -> None:
        """Keep it in the transaction of what it tells of, and send it once that is committed."""
        self.save()
        transaction.on_commit(partial(send.enqueue, self._meta.label, self.pk), robust=True)

    def send(self) -> bool:
        """Send it, note what became of it and return whether it went; what nobody is to read is deleted."""
        recipients = self.recipients
        if not recipients:
            self.delete()
            return False
        went = self.letter().send(recipients, about=f"{self._meta.label} {self.pk}")
        noted = {"sent_at": timezone.now()} if went else {"attempts": F("attempts") + 1}
        type(self).objects.filter(pk=self.pk).update(**noted)
        return went
