"""Tells people what was assigned to them: one mail, in their language, of all they have not been told yet.

What was not told stays noted with the assignment: a mail server that does not answer loses nothing.
"""

import datetime
import logging
import smtplib
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django_tasks import task
from wagtail.admin.utils import get_user_display_name

from designcity.working_language import working_language
from translating.assignments.models import Assignment
from translating.board.rows import editor_of

FOLDER = "translating/assignments"
MOST = 50
"""As many are named in one mail."""
PAUSE = datetime.timedelta(minutes=2)
"""For so long a mail is left to its task before the schedule takes it up."""
PATIENCE = datetime.timedelta(days=7)
"""For so long it is tried."""
logger = logging.getLogger(__name__)


@task()
def tell(person_id: int) -> bool:
    """Send somebody a mail of what he or she has not been told; return whether one was sent."""
    with transaction.atomic():
        untold = Assignment.objects.untold().filter(person_id=person_id)
        held = untold.select_for_update(skip_locked=True, of=["self"])
        keys = list(held.values_list("pk", flat=True))
        return bool(keys) and _send(get_user_model()._default_manager.get(pk=person_id), keys)


def tell_waiting() -> int:
    """Try again what could not be told; return how many people were."""
    now = timezone.now()
    waiting = Assignment.objects.untold().filter(assigned_at__range=(now - PATIENCE, now - PAUSE))
    people = list(waiting.values_list("person_id", flat=True).distinct().order_by())
    return sum(tell.call(pk) for pk in people)


def _send(person: Any, keys: list[int]) -> bool:
    found = Assignment.objects.filter(pk__in=keys)
    with translation.override(working_language(person)):
        subject, text = _composed(person, found)
    try:
        EmailMessage(subject, text, to=[person.email], headers={"Auto-Submitted": "auto-generated"}).send()
    except (OSError, smtplib.SMTPException):
        logger.exception("User %s was not told what was assigned: it is tried again.", person.pk)
        return False
    found.update(told_at=timezone.now())
    return True


def _composed(person: Any, found: Any) -> tuple[str, str]:
    """Return subject and text, what is due first standing first."""
    relations = ("status__locale", "by")
    ordered = found.select_related(*relations).order_by("due_on", "assigned_at", "pk")
    assigned = list(ordered[:MOST])
    context = {
        "name": get_user_display_name(person),
        "count": found.count(),
        "assigned": [
            (one, f"{settings.SITE_URL}{editor_of(one.status)}", one.by and get_user_display_name(one.by))
            for one in assigned
        ],
        "more": found.count() - len(assigned),
        "board": f"{settings.SITE_URL}{reverse('translating_board')}?who=mine",
    }
    subject = render_to_string(f"{FOLDER}/assigned.subject.txt", context)
    text = render_to_string(f"{FOLDER}/assigned.txt", context)
    return " ".join(subject.split()), f"{text.strip()}\n"
