"""SectionJob: what is done to the pages of a section, by whom, and how far it is."""

from datetime import timedelta
from typing import ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page

from translating.jobs.models import BackgroundJob, JobQuerySet


class Kind(models.TextChoices):
    """What is done to each page; `translating.sections.works` says how."""

    SUBMIT = "submit", _("Submit for translation")
    SYNC = "sync", _("Sync with the originals")
    PLACE = "place", _("Place untranslated pages in a language")


class SectionJobQuerySet(JobQuerySet):
    """How the work on sections is found."""

    def with_counts(self) -> Self:
        """Add how many pages are done, failed and left, as `done`, `failed` and `left`."""
        counts = {
            state.value: models.Count("job_pages", filter=models.Q(job_pages__state=state))
            for state in PageState
        }
        return self.annotate(**counts)


class SectionJob(BackgroundJob):
    """The work on a section, in somebody's name; its pages are named when it begins, and each is done once."""

    SILENCE: ClassVar[timedelta] = timedelta(minutes=2)
    ADDRESS: ClassVar[str] = "translating_section"

    kind = models.CharField(_("what is done"), max_length=20, choices=Kind)
    section = models.ForeignKey(
        Page, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("section")
    )
    title = models.CharField(_("section"), max_length=255)
    locales = models.ManyToManyField(Locale, related_name="+", verbose_name=_("languages"))
    publishes = models.BooleanField(_("publishes what is translated in full"), default=False)

    objects = SectionJobQuerySet.as_manager()

    class Meta(BackgroundJob.Meta):
        verbose_name = _("work on a section")
        verbose_name_plural = _("work on sections")

    def __str__(self) -> str:
        return self.title


class PageState(models.TextChoices):
    """What came of one page."""

    LEFT = "left", _("Left")
    DONE = "done", _("Done")
    FAILED = "failed", _("Failed")


class JobPageQuerySet(models.QuerySet):
    """How the pages of jobs are found."""

    def left(self) -> Self:
        """Keep those that are still to be done, in the order of the tree."""
        return self.filter(state=PageState.LEFT).order_by("number")

    def failed(self) -> Self:
        """Keep those that could not be done, in the order of the tree."""
        return self.filter(state=PageState.FAILED).order_by("number")


class JobPage(models.Model):
    """A page of a job; a page that is deleted meanwhile leaves it."""

    job = models.ForeignKey(SectionJob, on_delete=models.CASCADE, related_name="job_pages")
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+", verbose_name=_("page"))
    number = models.PositiveIntegerField()
    state = models.CharField(_("state"), max_length=10, choices=PageState, default=PageState.LEFT)
    reason = models.TextField(_("reason"), blank=True)

    objects = JobPageQuerySet.as_manager()

    class Meta:
        verbose_name = _("page of a section")
        verbose_name_plural = _("pages of a section")
        default_permissions: ClassVar[tuple[str, ...]] = ()
        ordering: ClassVar[list[str]] = ["number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["job", "page"], name="translating_page_once_in_a_job")
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["job", "state", "number"], name="translating_job_pages")
        ]

    def __str__(self) -> str:
        return str(self.page)
