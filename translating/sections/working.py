"""Works on a job page by page, each in a transaction of its own: what was killed goes on where it was."""

import logging
import time

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone, translation
from django_tasks import task

from designcity.working_language import working_language
from newsroom.publishing.failures import explained
from newsroom.publishing.models import Reason
from translating.jobs.models import JobState
from translating.sections.models import JobPage, PageState, SectionJob
from translating.sections.works import WORKS, CannotBeDone

logger = logging.getLogger(__name__)
STRETCH_SECONDS = 5.0
"""After so long other tasks have their turn."""


@task()
def work(job_id: int) -> int:
    """Work on a job for a stretch, then go to the end of the queue; return how many pages were done."""
    began, done = time.monotonic(), 0
    while work_on_next(job_id):
        done += 1
        if time.monotonic() - began >= STRETCH_SECONDS:
            work.enqueue(job_id)
            break
    return done


def work_on_next(job_id: int) -> bool:
    """Do the next page of a job; False when none is left, it was stopped, or another process is at it."""
    with transaction.atomic():
        jobs = SectionJob.objects.in_progress().select_for_update(skip_locked=True, of=("self",))
        job = jobs.filter(pk=job_id).first()
        if job is None:
            return False
        row = job.job_pages.left().select_related("page").first()
        job.beat_at = timezone.now()
        job.state = JobState.RUNNING if row else JobState.FINISHED
        job.ended_at = None if row else job.beat_at
        job.save(update_fields=["beat_at", "state", "ended_at"])
        if row is None:
            return False
        with translation.override(working_language(job.by)):
            row.state, row.reason = _outcome(job, row)
        row.save(update_fields=["state", "reason"])
        return True


def take_up(job: SectionJob) -> None:
    """Have a job worked on in the background."""
    work.enqueue(job.pk)


def _outcome(job: SectionJob, row: JobPage) -> tuple[PageState, str]:
    """Do what is to be done to a page; of what fails nothing stays but the reason."""
    try:
        with transaction.atomic():
            WORKS[job.kind](job, row.page.specific)
    except CannotBeDone as refused:
        return PageState.FAILED, str(refused)
    except ValidationError as error:
        said = explained(error, row.page.specific_class)
        return PageState.FAILED, f"{Reason.INVALID.label} {said}".strip()
    except Exception:
        logger.exception("Page %s of the work %s on a section could not be done.", row.page_id, job.pk)
        return PageState.FAILED, str(Reason.UNEXPECTED.label)
    return PageState.DONE, ""
