"""Taking up what lost its process: killed, or lost from the queue."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.utils import timezone

from translating.jobs.models import JobQuerySet


def take_up_forsaken(jobs: JobQuerySet, take_up: Callable[[Any], Any]) -> int:
    """Have the jobs worked on again of which nothing is heard; return how many."""
    return sum(_take_up(jobs.forsaken().filter(pk=job.pk), job, take_up) for job in jobs.forsaken())


@transaction.atomic
def _take_up(here: JobQuerySet, job: Any, take_up: Callable[[Any], Any]) -> bool:
    """Do it unless somebody was quicker: the sign of life that is given now is one's claim."""
    is_ours = bool(here.update(beat_at=timezone.now()))
    if is_ours:
        take_up(job)
    return is_ours
