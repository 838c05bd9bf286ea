"""What failed is kept with its reason until it succeeds or is not due any more."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import DatabaseError, models
from django.db.models import F
from django.utils import timezone
from django.utils.text import capfirst
from wagtail.models import Revision

from newsroom.publishing.models import Reason, ScheduleFailure, Step, base_of


def keep(step: Step, row: models.Model, error: Exception) -> None:
    """Note that a step failed for a page or record, or for the one that a revision is of."""
    now = timezone.now()
    values = {"reason": _reason(error), "detail": explained(error, _model(row)), "title": _title(row)}
    kind, object_id = _key(row)
    failure, is_new = ScheduleFailure.objects.get_or_create(
        content_type=kind, object_id=object_id, step=step, defaults={**values, "failed_since": now}
    )
    if not is_new:
        again = ScheduleFailure.objects.filter(pk=failure.pk)
        again.update(**values, last_tried_at=now, attempts=F("attempts") + 1)


def forget(step: Step, instance: models.Model) -> None:
    """Forget that a step had failed: it succeeded."""
    ScheduleFailure.objects.of(instance).filter(step=step).delete()


def forget_settled() -> None:
    """Forget what editors settled themselves: published, taken off the schedule, given another date."""
    for failure in ScheduleFailure.objects.select_related("content_type"):
        if not _is_due(failure):
            failure.delete()


def explained(error: Exception, model: type[models.Model] | None) -> str:
    """Return what fields are not filled in rightly, such as “Summary: too long”; empty for other errors."""
    if not isinstance(error, ValidationError):
        return ""
    if not hasattr(error, "error_dict"):
        return " ".join(error.messages)
    return " ".join(f"{_label(model, name)}: {' '.join(said)}" for name, said in error.message_dict.items())


def _label(model: type[models.Model] | None, name: str) -> str:
    try:
        field: Any = model._meta.get_field(name) if model else None
    except FieldDoesNotExist:
        return name
    return str(capfirst(getattr(field, "verbose_name", name)))


def _reason(error: Exception) -> Reason:
    if isinstance(error, ValidationError):
        return Reason.INVALID
    return Reason.DATABASE if isinstance(error, DatabaseError) else Reason.UNEXPECTED


def _key(row: models.Model) -> tuple[ContentType, str]:
    if isinstance(row, Revision):
        return row.base_content_type, row.object_id
    return ContentType.objects.get_for_model(base_of(type(row))), str(row.pk)


def _model(row: models.Model) -> type[models.Model] | None:
    return row.content_type.model_class() if isinstance(row, Revision) else type(row)


def _title(row: models.Model) -> str:
    return str(row.object_str if isinstance(row, Revision) else row)[:255]


def _is_due(failure: ScheduleFailure) -> bool:
    now = timezone.now()
    if failure.step == Step.PUBLISH:
        revisions = Revision.objects.filter(
            base_content_type=failure.content_type, object_id=failure.object_id, approved_go_live_at__lt=now
        )
        return bool(revisions.exists())
    rows = failure.content_type.get_all_objects_for_this_type(
        pk=failure.object_id, live=True, expire_at__lt=now
    )
    return bool(rows.exists())
