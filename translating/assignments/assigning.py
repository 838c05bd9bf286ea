"""Gives work to people and takes it back; what is told by mail is told once it is committed."""

import datetime
from collections.abc import Iterable
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone

from translating.assignments.mailing import tell
from translating.assignments.models import Assignment
from translating.board.models import TranslationStatus

TOLD = ("told_at", "reminded_at", "ready_told_at")
"""What was told of earlier work says nothing of what is given now."""


@transaction.atomic
def assign(
    statuses: Iterable[TranslationStatus],
    person: Any,
    by: Any,
    due_on: datetime.date | None = None,
    note: str = "",
) -> int:
    """Make some work somebody's, whoever had it before; return how much.

    Nobody is written to about his or her own doing.
    """
    now = timezone.now()
    told_at = now if person == by else None
    rows = [
        Assignment(
            status=status,
            person=person,
            by=by,
            due_on=due_on,
            note=note,
            assigned_at=now,
            told_at=told_at,
        )
        for status in statuses
    ]
    Assignment.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["status"],
        update_fields=["person", "by", "due_on", "note", "assigned_at", *TOLD],
    )
    if rows and told_at is None:
        transaction.on_commit(partial(tell.enqueue, person.pk), robust=True)
    return len(rows)


@transaction.atomic
def take(statuses: Iterable[TranslationStatus], person: Any) -> int:
    """Make what nobody has somebody's own, at his or her wish; return how much that was."""
    now = timezone.now()
    rows = [
        Assignment(status=status, person=person, by=person, assigned_at=now, told_at=now) for status in statuses
    ]
    Assignment.objects.bulk_create(rows, ignore_conflicts=True)
    return Assignment.objects.filter(status__in=[row.status for row in rows], person=person).count()


def give_back(statuses: Iterable[TranslationStatus]) -> int:
    """Make some work nobody's; return how much that was."""
    found = Assignment.objects.filter(status__in=[status.pk for status in statuses])
    return int(found.delete()[0])
