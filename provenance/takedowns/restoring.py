"""Bringing rows back as they were, if nobody has changed them since."""

from django.apps import apps
from django.db import IntegrityError, connection, models
from django.utils.translation import gettext

from provenance.takedowns import rows
from provenance.takedowns.errors import CannotUndo
from provenance.takedowns.models import KeptRow, Takedown


def restore(takedown: Takedown) -> None:
    """Bring back every row that a takedown changed; raises `CannotUndo`, and then the caller rolls back."""
    try:
        # What was added makes room first: what was removed may have the same words.
        for is_added in (True, False):
            for kept in takedown.rows.filter(before__isnull=is_added).order_by("pk"):
                _restore_row(kept)
        connection.check_constraints()
    except IntegrityError as error:
        raise CannotUndo(
            gettext("What belonged to it was deleted since, so it cannot be brought back.")
        ) from error


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
