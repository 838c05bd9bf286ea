"""Asking for machine translations, and carrying that out in the background, a slice at a time."""

import time
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django_tasks import task
from wagtail.models import Locale
from wagtail_localize.models import Translation

from translating.filling.repeats import fill
from translating.machine.models import ACTIVE, Job, JobState
from translating.machine.proposing import propose_some, wanted
from translating.machine.services import service
from translating.machine.troubles import Failed

WAITED_FOR = 10
"""The priority of what somebody waits for; that of other tasks is 0."""
SLICE = 30.0
"""Seconds after which the worker is left to other tasks before the job goes on."""


def count(translations: list[Translation], locale: Locale) -> int:
    """Return for how many segments something would be asked."""
    return int(wanted([one.source_id for one in translations], locale).count()) if translations else 0


@transaction.atomic
def ask(translations: list[Translation], locale: Locale, user: Any) -> Job:
    """Have translations into one language proposed; what the memory knows is filled in first."""
    if len(translations) == 1:
        fill(translations[0])  # of many, each is filled in when its turn comes
    ids = [one.pk for one in translations]
    job = Job.objects.create(
        asked_by=user,
        locale=locale,
        service=str(service().display_name),
        translations=ids,
        left=ids,
        segments=count(translations, locale),
    )
    _take_up(job)
    return job


def stop(job: Job) -> None:
    """Let a job end after the batch that is under way; what was proposed stays."""
    Job.objects.filter(pk=job.pk, state__in=ACTIVE).update(state=JobState.STOPPED)


@task()
def carry_on(job_id: int) -> None:
    """Carry out a slice of a job, and have the next one carried out."""
    job = Job.objects.select_related("locale").filter(pk=job_id, state__in=ACTIVE).first()
    if job is None:
        return
    _moved(job, state=JobState.RUNNING)
    try:
        is_done = _slice(job, service())
    except Failed as failed:
        _moved(job, state=JobState.FAILED, trouble=failed.trouble)
        return
    if is_done:
        _moved(job, state=JobState.DONE)
    else:
        _take_up(job)


def _take_up(job: Job) -> None:
    """Have a job carried out: somebody waits for a page, while a section leaves the worker to other tasks."""
    carry_on.using(priority=WAITED_FOR if len(job.translations) == 1 else None).enqueue(job.pk)


def _slice(job: Job, translator: Any) -> bool:
    """Work until the time is over; return whether nothing is left to do, or nobody to do it."""
    until = time.monotonic() + SLICE
    while job.left and translator is not None and time.monotonic() < until:
        translation = Translation.objects.select_related("source__locale", "target_locale").filter(
            pk=job.left[0], enabled=True
        )
        made = _some(translator, translation.first(), job)
        if made is None:
            job.left = job.left[1:]
            _moved(job, left=job.left)
        elif not _moved(job, proposed=F("proposed") + made[0], refused=F("refused") + made[1]):
            return True
    return not job.left or translator is None


def _some(translator: Any, translation: Translation | None, job: Job) -> tuple[int, int] | None:
    if translation is None:
        return None
    fill(translation)
    return propose_some(translator, translation, job)


def _moved(job: Job, **facts: Any) -> bool:
    """Keep how far a job is; return whether it is still to be carried out: somebody may have stopped it."""
    active = Job.objects.filter(pk=job.pk, state__in=ACTIVE)
    return bool(active.update(moved_at=timezone.now(), **facts))
