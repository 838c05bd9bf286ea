"""What the schedule could not carry out, and why, until it succeeds."""

from collections.abc import Iterable
from typing import Any, ClassVar, Self

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class Step(models.TextChoices):
    """What the schedule does with a page or record."""

    PUBLISH = "publish", _("Publish")
    EXPIRE = "expire", _("Take down")


class Reason(models.TextChoices):
    """Why it did not succeed, in a sentence."""

    INVALID = "invalid", _("Something on it is not filled in as it must be. Open it and set it right.")
    DATABASE = (
        "database",
        _("The database refused the change. Whoever looks after the server finds more in the log."),
    )
    UNEXPECTED = (
        "unexpected",
        _("Something unexpected happened. Whoever looks after the server finds more in the log."),
    )


class ScheduleFailureQuerySet(models.QuerySet):
    """How failures are found."""

    def of(self, instance: models.Model) -> Self:
        """Keep the failures of a page or record."""
        kind = ContentType.objects.get_for_model(base_of(type(instance)))
        return self.filter(content_type=kind, object_id=str(instance.pk))

    def of_pages(self, keys: Iterable[int]) -> Self:
        """Keep the failures of some pages."""
        return self.filter(
            content_type=ContentType.objects.get_for_model(Page), object_id__in=[str(key) for key in keys]
        )

    def longest_first(self) -> Self:
        """Order by how long it has failed."""
        return self.order_by("failed_since", "pk")


class ScheduleFailure(models.Model):
    """One page or record that stays scheduled and is tried again each time."""

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.CharField(max_length=255)
    content_object = GenericForeignKey("content_type", "object_id", for_concrete_model=False)
    title = models.CharField(_("title"), max_length=255)
    step = models.CharField(_("was to be done"), max_length=10, choices=Step)
    failed_since = models.DateTimeField(_("failed since"), default=timezone.now)
    last_tried_at = models.DateTimeField(_("last tried"), default=timezone.now)
    attempts = models.PositiveIntegerField(_("attempts"), default=1)
    reason = models.CharField(_("reason"), max_length=20, choices=Reason)
    detail = models.TextField(_("detail"), blank=True)

    objects = ScheduleFailureQuerySet.as_manager()

    class Meta:
        verbose_name = _("page that could not be published in time")
        verbose_name_plural = _("pages that could not be published in time")
        default_permissions = ("view",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "step"], name="newsroom_one_failure_for_each_step"
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def sentence(self) -> str:
        """Why it failed, in plain words."""
        return f"{self.get_reason_display()} {self.detail}".strip()


def base_of(model: type[models.Model]) -> Any:
    """Return the model by which Wagtail keeps revisions: the page for all page types."""
    parents = model._meta.get_parent_list()
    return parents[-1] if parents else model
