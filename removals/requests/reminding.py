"""Reminds the office of deadlines: the days before, on the day, and each day after it."""

import datetime

from django.db import transaction
from django.db.models import Q

from designcity.times import today
from removals.requests import history
from removals.requests.history import What
from removals.requests.mails import MailKind, tell_officers
from removals.requests.models import RemovalRequest

DAYS_BEFORE = 2


def remind() -> int:
    """Remind of what is due; once a day however often it is called. Returns of how many requests."""
    day = today()
    due = RemovalRequest.objects.due_by(day + datetime.timedelta(days=DAYS_BEFORE))
    waiting = due.filter(Q(reminded_on__isnull=True) | Q(reminded_on__lt=day))
    return sum(_remind_of(pk, day) for pk in list(waiting.values_list("pk", flat=True)))


@transaction.atomic
def _remind_of(pk: int, day: datetime.date) -> bool:
    held = RemovalRequest.objects.on_the_desk().select_for_update().filter(pk=pk).first()
    if held is None or held.reminded_on == day:
        return False
    held.reminded_on = day
    held.save(update_fields=["reminded_on"])
    history.write(held, What.REMINDED)
    tell_officers(MailKind.REMINDER, held)
    return True
