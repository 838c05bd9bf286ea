"""What happened to a request: written once, never changed, never deleted; it holds nothing of claimants."""

import datetime
from typing import Any, ClassVar

from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.utils import get_user_display_name

from designcity.written_once import WrittenOnce, WrittenOnceQuerySet
from removals.requests.kinds import Scope, State
from removals.requests.models import RemovalRequest


class What(models.TextChoices):
    """What can happen to a request."""

    RECEIVED = "received", _("Received")
    STATE = "state", _("State changed")
    ASSIGNED = "assigned", _("Assigned")
    DEADLINE = "deadline", _("Deadline changed")
    CLAIMANT_WROTE = "claimant-wrote", _("The claimant wrote")
    OFFICE_WROTE = "office-wrote", _("The office wrote")
    NOTED = "noted", _("A note was written")
    DOWNLOADED = "downloaded", _("A file was downloaded")
    REMINDED = "reminded", _("The office was reminded")
    TAKEN_DOWN = "taken-down", _("Taken down")
    PUT_BACK = "put-back", _("Put back")
    FORGOTTEN = "forgotten", _("Personal data deleted")


class RequestEventQuerySet(WrittenOnceQuerySet):
    """Events are read and written, and nothing else."""


class RequestEvent(WrittenOnce):
    """One thing that happened: when, by whom of the office, and what it changed."""

    request = models.ForeignKey(RemovalRequest, on_delete=models.PROTECT, related_name="events")
    at = models.DateTimeField(default=timezone.now, editable=False)
    by = models.CharField(max_length=200, blank=True, editable=False)
    """The officer's name, as text: the history outlives accounts. Empty for claimants and for the site."""
    what = models.CharField(max_length=20, choices=What, editable=False)
    before = models.CharField(max_length=200, blank=True, editable=False)
    after = models.CharField(max_length=200, blank=True, editable=False)

    objects: ClassVar[models.Manager] = RequestEventQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering: ClassVar[list[str]] = ["at", "pk"]

    def __str__(self) -> str:
        return str(self.get_what_display())

    @property
    def before_in_words(self) -> str:
        """What was before, in the reader's words."""
        return _in_words(self.what, self.before)

    @property
    def after_in_words(self) -> str:
        """What was afterwards, in the reader's words."""
        return _in_words(self.what, self.after)


def write(
    request: RemovalRequest, what: What, by: Any = None, before: Any = "", after: Any = ""
) -> RequestEvent:
    """Write into the history of a request what an officer, or nobody of the office, did."""
    name = str(get_user_display_name(by))[:200] if by is not None else ""
    return RequestEvent.objects.create(
        request=request, what=what, by=name, before=str(before)[:200], after=str(after)[:200]
    )


def _in_words(what: str, value: str) -> str:
    if what == What.STATE and value in State.values:
        return str(State(value).label)
    if what == What.TAKEN_DOWN and value in Scope.values:
        return str(Scope(value).label)
    if what == What.DEADLINE and value:
        return str(date_format(datetime.date.fromisoformat(value)))
    return value
