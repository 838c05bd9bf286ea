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
from translating.jobs.models import JobState
from translating.machine.models import Job
from translating.machine.proposing import propose_some, wanted
from translating.machine.services import service
from translating.machine.troubles import Failed, Trouble

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
        by=user,
        locale=locale,
        service=str(service().display_name),
        translations=ids,
        left=ids,
        segments=count(translations, locale),
    )
    take_up(job)
    return job


@task()
def carry_on(job_id: int) -> None:
    """Carry out a slice of a job, and have the next one carried out."""
    job = Job.objects.in_progress().select_related("locale").filter(pk=job_id).first()
    if job is None or not _moved(job, state=JobState.RUNNING):
        return
    try:
        is_done = _slice(job, service())
    except Failed as failed:
        _end(job, state=JobState.FAILED, trouble=failed.trouble)
    except Exception:
        # Left in progress, the schedule would take it up for ever, and the service be asked each time.
        _end(job, state=JobState.FAILED, trouble=Trouble.UNEXPECTED)
        raise
    else:
        if is_done:
            _end(job, state=JobState.FINISHED)
        else:
            take_up(job)


def take_up(job: Job) -> None:
    """Have a job carried out: somebody waits for a page, while a section leaves the worker to other tasks."""
    carry_on.using(priority=WAITED_FOR if len(job.translations) == 1 else None).enqueue(job.pk)


def _slice(job: Job, translator: Any) -> bool:
    """Work until the time is over; return whether nothing is left to do, or not by this process."""
    until = time.monotonic() + SLICE
    while job.left and translator is not None and time.monotonic() < until:
        translation = Translation.objects.select_related("source__locale", "target_locale").filter(
            pk=job.left[0], enabled=True
        )
        made = _some(translator, translation.first(), job)
        if made is None:
            job.left = job.left[1:]
            is_ours = _moved(job, left=job.left)
        else:
            is_ours = _moved(job, proposed=F("proposed") + made[0], refused=F("refused") + made[1])
        if not is_ours:
            return True
    return not job.left or translator is None


def _some(translator: Any, translation: Translation | None, job: Job) -> tuple[int, int] | None:
    if translation is None:
        return None
    fill(translation)
    return propose_some(translator, translation, job)


def _end(job: Job, **facts: Any) -> None:
    _moved(job, ended_at=timezone.now(), **facts)


def _moved(job: Job, **facts: Any) -> bool:
    """Keep how far a job is; return whether it is still this process's.

    Somebody may have stopped it; or the sign of life is another's, who took it up because the service was
    silent for so long: that one goes on alone, and no more than a batch has been asked for twice.
    """
    ours = Job.objects.in_progress().filter(pk=job.pk, beat_at=job.beat_at)
    job.beat_at = timezone.now()
    return bool(ours.update(beat_at=job.beat_at, **facts))
