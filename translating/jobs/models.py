"""BackgroundJob: work that goes on after the request; in whose name, how far, when last heard of."""

import datetime
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class JobState(models.TextChoices):
    """How far a job is."""

    WAITING = "waiting", _("Waiting")
    RUNNING = "running", _("In progress")
    STOPPED = "stopped", _("Stopped")
    FAILED = "failed", _("Failed")
    FINISHED = "finished", _("Finished")


IN_PROGRESS = (JobState.WAITING, JobState.RUNNING)


class JobQuerySet(models.QuerySet):
    """How jobs are found."""

    def in_progress(self) -> Self:
        """Keep those that are waiting or running."""
        return self.filter(state__in=IN_PROGRESS)

    def forsaken(self) -> Self:
        """Keep those in progress that give no sign of life."""
        silence: datetime.timedelta = self.model.SILENCE  # type: ignore[attr-defined]  # it is a job's
        return self.in_progress().filter(beat_at__lt=timezone.now() - silence)


class BackgroundJob(models.Model):
    """What all jobs have; their tasks do a step after the other and give a sign of life with each."""

    SILENCE: ClassVar[datetime.timedelta]
    """A job of which nothing was heard for so long has lost its process, or its place in the queue."""
    ADDRESS: ClassVar[str]
    """What the address of its progress is called."""

    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("by"),
    )
    state = models.CharField(_("state"), max_length=10, choices=JobState, default=JobState.WAITING)
    began_at = models.DateTimeField(_("began"), default=timezone.now)
    beat_at = models.DateTimeField(_("last sign of life"), default=timezone.now)
    ended_at = models.DateTimeField(_("ended"), null=True)

    class Meta:
        abstract = True
        ordering: ClassVar[list[str]] = ["-began_at", "-pk"]

    @property
    def is_in_progress(self) -> bool:
        """Whether it waits or runs."""
        return self.state in IN_PROGRESS

    @property
    def is_forsaken(self) -> bool:
        """Whether it is in progress, and nothing is heard of it."""
        return self.is_in_progress and self.beat_at < timezone.now() - self.SILENCE

    @property
    def address(self) -> str:
        """The address of its progress in the editors' interface."""
        return reverse(self.ADDRESS, args=[self.pk])

    def stop(self) -> None:
        """Let it rest after the step that is under way; what is done stays."""
        here = type(self)._default_manager.filter(pk=self.pk, state__in=IN_PROGRESS)
        here.update(state=JobState.STOPPED, ended_at=timezone.now())
