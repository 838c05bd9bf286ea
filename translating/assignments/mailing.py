"""Tells people what was assigned to them, is due, or is ready: one mail, in their language, of all that is new.

What was not told stays noted with the assignment: a mail server that does not answer loses nothing.
"""

import datetime
from dataclasses import dataclass
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
from translating.board.states import State

FOLDER = "translating/assignments"
MOST = 50
"""As many are named in one mail."""
PATIENCE = datetime.timedelta(days=7)
"""For so long it is tried."""


@dataclass(frozen=True)
class Kind:
    """A kind of mail: its templates, where it is noted, who of an assignment reads it, where the rest is."""

    letter: str
    noted: str
    reader: str
    more: str


ASSIGNED = Kind("assigned", "told_at", "person", "?who=mine")
DUE = Kind("due", "reminded_at", "person", "?who=mine")
READY = Kind("ready", "ready_told_at", "by", f"?state={State.READY}")


@task()
def tell(person_id: int) -> bool:
    """Send somebody a mail of what he or she has not been told; return whether one was sent."""
    return bool(_told(person_id, Assignment.objects.untold(), ASSIGNED))


def tell_waiting() -> int:
    """Try again what could not be told; return how many people were."""
    now = timezone.now()
    waiting = Assignment.objects.untold().filter(assigned_at__range=(now - PATIENCE, now - PAUSE))
    return sum(tell.call(pk) for pk in _people(waiting, ASSIGNED))


def tell_ready() -> int:
    """Tell those who gave work away what of it is ready to be published; return how many people were told."""
    settle_all.call()
    ready = Assignment.objects.ready_and_untold()
    return sum(bool(_told(pk, ready, READY)) for pk in _people(ready, READY))


def remind() -> Outcome:
    """Send everybody a mail of what is due and was not said to be yet."""
    settle_all.call()  # nobody is reminded of what is published meanwhile
    due = Assignment.objects.to_remind_of()
    return Outcome.of(_told(pk, due, DUE) for pk in _people(due, DUE))


def _people(assignments: Any, kind: Kind) -> list[int]:
    return list(assignments.values_list(kind.reader, flat=True).distinct().order_by())


def _told(person_id: int, assignments: Any, kind: Kind) -> bool | None:
    """Send one mail of some assignments and note when; None when there is nothing to tell."""
    with transaction.atomic():
        held = assignments.filter(**{kind.reader: person_id}).select_for_update(skip_locked=True, of=["self"])
        keys = list(held.values_list("pk", flat=True))
        if not keys:
            return None
        person = get_user_model()._default_manager.get(pk=person_id)
        found = Assignment.objects.filter(pk__in=keys)
        facts = partial(_facts, person, found, kind)
        mail = composed(f"{FOLDER}/{kind.letter}", working_language(person), facts)
        went = mail.send([person.email], about=f"Translations, to user {person_id} ({kind.letter})")
        if went:
            found.update(**{kind.noted: timezone.now()})
        return went


def _facts(person: Any, found: Any, kind: Kind) -> dict[str, Any]:
    """Return what a mail tells, what is due first standing first."""
    relations = ("status__locale", "by", "person")
    ordered = found.select_related(*relations).order_by("due_on", "assigned_at", "pk")
    assigned = list(ordered[:MOST])
    return {
        "name": get_user_display_name(person),
        "count": found.count(),
        "assigned": [(one, f"{settings.SITE_URL}{editor_of(one.status)}", *_names(one)) for one in assigned],
        "more": found.count() - len(assigned),
        "board": f"{settings.SITE_URL}{reverse('translating_board')}{kind.more}",
    }


def _names(one: Assignment) -> tuple[str, str]:
    """Return who translates and who said so, as people call them; empty where that is nobody any more."""
    return get_user_display_name(one.person), get_user_display_name(one.by) if one.by else ""
