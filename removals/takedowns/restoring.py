"""Bringing rows back as they were, if nobody has changed them since."""

from typing import Any

from django.apps import apps
from django.db import IntegrityError, connection, models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext

from removals.takedowns import rows
from removals.takedowns.errors import CannotUndo
from removals.takedowns.models import KeptRow, Takedown


def restore(takedown: Takedown) -> None:
    """Bring back every row that a takedown changed; raises `CannotUndo`, and then the caller rolls back."""
    try:
        # What was added makes room first: what was removed may have the same words.
        for is_added in (True, False):
            for kept in takedown.rows.filter(before__isnull=is_added).order_by("pk"):
                _restore_row(kept)
        _let_go_of_what_is_gone(takedown)
        connection.check_constraints()
    except IntegrityError as error:
        raise CannotUndo(
            gettext("What belonged to it was deleted since, so it cannot be brought back.")
        ) from error


def _let_go_of_what_is_gone(takedown: Takedown) -> None:
    """Empty the fields that name something which is not there any more, such as a picture taken down since."""
    kept = takedown.rows.filter(before__isnull=False)
    for label in set(kept.values_list("model", flat=True)):
        model: Any = apps.get_model(label)
        keys = list(kept.filter(model=label).values_list("key", flat=True))
        for field in model._meta.local_concrete_fields:
            if field.remote_field and field.null:
                there = Exists(field.related_model._base_manager.filter(pk=OuterRef(field.attname)))
                naming = model._base_manager.filter(pk__in=keys, **{f"{field.attname}__isnull": False})
                naming.filter(~there).update(**{field.name: None})


def _restore_row(kept: KeptRow) -> None:
    model: type[models.Model] = apps.get_model(kept.model)
    now = rows.read(model, [kept.key]).get(kept.key)
    if not _is_as_left(kept, now):
        if kept.may_differ:
            return
        raise CannotUndo(_why(model, is_there=now is not None))
    if kept.before is None:
        rows.remove(model, [kept.key])
    elif kept.after is None:
        rows.insert(model, kept.before)
    else:
        rows.write(model, kept.key, kept.before)


def _is_as_left(kept: KeptRow, now: rows.Row | None) -> bool:
    if now is None or kept.after is None:
        return now is None and kept.after is None
    return kept.before is None or not rows.differences(kept.after, now)


def _why(model: type[models.Model], *, is_there: bool) -> str:
    if not is_there:
        words = gettext("It was deleted since (%(what)s), so it cannot be brought back.")
        return words % {"what": model._meta.verbose_name}
    words = gettext("It was changed since (%(what)s): bringing it back would undo that change too.")
    return words % {"what": model._meta.verbose_name}
