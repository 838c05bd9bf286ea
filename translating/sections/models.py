"""SectionJob: what is done to the pages of a section, by whom, and how far it is."""

from datetime import timedelta
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page

SILENCE = timedelta(minutes=2)
"""A job of which nothing was heard for so long has lost its process, or its place in the queue."""


class Kind(models.TextChoices):
    """What is done to each page; `translating.sections.works` says how."""

    SUBMIT = "submit", _("Submit for translation")
    SYNC = "sync", _("Sync with the originals")
    PLACE = "place", _("Place untranslated pages in a language")


class JobState(models.TextChoices):
    """How far a job is."""

    WAITING = "waiting", _("Waiting")
    RUNNING = "running", _("In progress")
    STOPPED = "stopped", _("Stopped")
    FINISHED = "finished", _("Finished")


IN_PROGRESS = (JobState.WAITING, JobState.RUNNING)


class SectionJobQuerySet(models.QuerySet):
    """How jobs are found."""

    def in_progress(self) -> Self:
        """Keep those that are waiting or running."""
        return self.filter(state__in=IN_PROGRESS)

    def forsaken(self) -> Self:
        """Keep those in progress that give no sign of life."""
        return self.in_progress().filter(beat_at__lt=timezone.now() - SILENCE)

    def with_counts(self) -> Self:
        """Add how many pages are done, failed and left, as `done`, `failed` and `left`."""
        counts = {
            state.value: models.Count("job_pages", filter=models.Q(job_pages__state=state))
            for state in PageState
        }
        return self.annotate(**counts)


class SectionJob(models.Model):
    """The work on a section; its pages are named when it begins, and each is done once."""

    kind = models.CharField(_("what is done"), max_length=20, choices=Kind)
    section = models.ForeignKey(
        Page, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("section")
    )
    title = models.CharField(_("section"), max_length=255)
    locales = models.ManyToManyField(Locale, related_name="+", verbose_name=_("languages"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("by"),
        help_text=_("The pages are worked on in this person's name."),
    )
    publishes = models.BooleanField(_("publishes what is translated in full"), default=False)
    state = models.CharField(_("state"), max_length=10, choices=JobState, default=JobState.WAITING)
    began_at = models.DateTimeField(_("began"), default=timezone.now)
    beat_at = models.DateTimeField(_("last sign of life"), default=timezone.now)
    ended_at = models.DateTimeField(_("ended"), null=True)

    objects = SectionJobQuerySet.as_manager()

    class Meta:
        verbose_name = _("work on a section")
        verbose_name_plural = _("work on sections")
        ordering: ClassVar[list[str]] = ["-began_at", "-pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def is_in_progress(self) -> bool:
        """Whether it waits or runs."""
        return self.state in IN_PROGRESS

    @property
    def is_forsaken(self) -> bool:
        """Whether it is in progress, and nothing is heard of it."""
        return self.is_in_progress and self.beat_at < timezone.now() - SILENCE

    @property
    def address(self) -> str:
        """The address of its progress in the editors' interface."""
        return reverse("translating_section", args=[self.pk])


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
