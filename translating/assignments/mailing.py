"""Tells people what was assigned to them, and what is due: one mail, in their language, of all that is new.

What was not told stays noted with the assignment: a mail server that does not answer loses nothing.
"""

import datetime
from functools import partial
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django_tasks import task
from wagtail.admin.utils import get_user_display_name

from designcity.mails.kept import PAUSE
from designcity.mails.letters import composed
from designcity.mails.outcome import Outcome
from designcity.working_language import working_language
from translating.assignments.models import Assignment
from translating.board.following import settle_all
from translating.board.rows import editor_of

FOLDER = "translating/assignments"
MOST = 50
"""As many are named in one mail."""
PATIENCE = datetime.timedelta(days=7)
"""For so long it is tried."""


@task()
def tell(person_id: int) -> bool:
    """Send somebody a mail of what he or she has not been told; return whether one was sent."""
    return bool(_told(person_id, Assignment.objects.untold(), "assigned", "told_at"))


def tell_waiting() -> int:
    """Try again what could not be told; return how many people were."""
    now = timezone.now()
    waiting = Assignment.objects.untold().filter(assigned_at__range=(now - PATIENCE, now - PAUSE))
    return sum(tell.call(pk) for pk in _people(waiting))


def remind() -> Outcome:
    """Send everybody a mail of what is due and was not said to be yet."""
    settle_all.call()  # nobody is reminded of what is published meanwhile
    due = Assignment.objects.to_remind_of()
    return Outcome.of(_told(pk, due, "due", "reminded_at") for pk in _people(due))


def _people(assignments: Any) -> list[int]:
    return list(assignments.values_list("person_id", flat=True).distinct().order_by())


def _told(person_id: int, assignments: Any, letter: str, noted: str) -> bool | None:
    """Send one mail of some assignments and note when; None when there is nothing to tell."""
    with transaction.atomic():
        held = assignments.filter(person_id=person_id).select_for_update(skip_locked=True, of=["self"])
        keys = list(held.values_list("pk", flat=True))
        if not keys:
            return None
        person = get_user_model()._default_manager.get(pk=person_id)
        found = Assignment.objects.filter(pk__in=keys)
        mail = composed(f"{FOLDER}/{letter}", working_language(person), partial(_facts, person, found))
        went = mail.send([person.email], about=f"What user {person_id} translates ({letter})")
        if went:
            found.update(**{noted: timezone.now()})
        return went


def _facts(person: Any, found: Any) -> dict[str, Any]:
    """Return what a mail tells, what is due first standing first."""
    relations = ("status__locale", "by")
    ordered = found.select_related(*relations).order_by("due_on", "assigned_at", "pk")
    assigned = list(ordered[:MOST])
    return {
        "name": get_user_display_name(person),
        "count": found.count(),
        "assigned": [
            (one, f"{settings.SITE_URL}{editor_of(one.status)}", one.by and get_user_display_name(one.by))
            for one in assigned
        ],
        "more": found.count() - len(assigned),
        "board": f"{settings.SITE_URL}{reverse('translating_board')}?who=mine",
    }
