"""How a job begins, and goes on after it was stopped."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from translating.jobs.models import JobState
from translating.sections.models import JobPage, Kind, PageState, SectionJob
from translating.sections.working import take_up


@transaction.atomic
def start(
    kind: Kind, section: Page, locales: Iterable[Locale], user: Any, publishes: bool = False
) -> SectionJob:
    """Have the pages of a section worked on in the background; what is in progress is not begun twice."""
    Page.objects.select_for_update().get(pk=section.pk)
    for under_way in SectionJob.objects.in_progress().filter(kind=kind, section=section.pk):
        if set(locales) <= set(under_way.locales.all()):
            return under_way
    job: SectionJob = SectionJob.objects.create(
        kind=kind,
        section=Page.objects.get(pk=section.pk),
        title=section.get_admin_display_title(),
        by=user,
        publishes=publishes,
    )
    job.locales.set(locales)
    pages = pages_of(kind, section).values_list("pk", flat=True)
    JobPage.objects.bulk_create(
        [JobPage(job=job, page_id=pk, number=number) for number, pk in enumerate(pages)], batch_size=1000
    )
    take_up(job)
    return job


def pages_of(kind: Kind, section: Page) -> Any:
    """Return the pages that a job of a kind works on: those above before those below them."""
    pages = Page.objects.descendant_of(section, inclusive=True).filter(locale=section.locale_id)
    if kind == Kind.PLACE:
        return pages.order_by("path")
    pages = pages.filter(alias_of__isnull=True).order_by("path")
    if kind == Kind.SUBMIT:
        return pages
    translated = Translation.objects.filter(enabled=True, source__locale=section.locale_id)
    return pages.filter(translation_key__in=translated.values("source__object_id"))


@transaction.atomic
def resume(job: SectionJob) -> None:
    """Let a job go on with what is left, and try again what failed."""
    job.job_pages.failed().update(state=PageState.LEFT, reason="")
    SectionJob.objects.filter(pk=job.pk).update(state=JobState.WAITING, beat_at=timezone.now(), ended_at=None)
    take_up(job)
