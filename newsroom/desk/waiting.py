"""What waits for the editor: to be reviewed, or to be changed after a review."""

import datetime
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import CharField, Q
from django.db.models.functions import Cast
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Page, TaskState, WorkflowState, get_default_page_content_type

from newsroom.desk.rows import Row, row_of
from newsroom.desk.seen import pages_edited_by

EARLIEST = datetime.datetime.min.replace(tzinfo=datetime.UTC)


def waiting_for(user: Any, most: int) -> list[Row]:
    """Return what the user has to review or to change, what has waited longest first."""
    rows = [*_to_review(user, most), *_to_change(user, most)]
    return sorted(rows, key=lambda row: row.at or EARLIEST)[:most]


def _to_review(user: Any, most: int) -> Iterator[Row]:
    states: Any = TaskState.objects.reviewable_by(user)
    states = states.filter(revision__base_content_type=get_default_page_content_type())
    states = list(states.select_related("revision__user", "task").order_by("started_at", "pk")[:most])
    pages = _pages(state.revision.object_id for state in states)
    for state in states:
        if page := pages.get(state.revision.object_id):
            yield row_of(page, state.task.name, "glasses", state.started_at, _by(state.revision.user))


def _to_change(user: Any, most: int) -> Iterator[Row]:
    """Yield the pages that a reviewer sent back, with what he or she wrote."""
    own = pages_edited_by(user).filter(owner=user).annotate(key=Cast("pk", output_field=CharField()))
    states: Any = WorkflowState.objects.filter(
        Q(requested_by=user) | Q(object_id__in=own.values("key")),
        base_content_type=get_default_page_content_type(),
        status=WorkflowState.STATUS_NEEDS_CHANGES,
    )
    states = states.select_related("current_task_state").order_by("current_task_state__finished_at", "pk")
    states = list(states[:most])
    pages = _pages(state.object_id for state in states)
    for state in states:
        if page := pages.get(state.object_id):
            task = state.current_task_state
            yield row_of(page, _("Changes requested"), "warning", task.finished_at, task.comment)


def _pages(keys: Iterable[str]) -> dict[str, Page]:
    pages = Page.objects.select_related("locale").in_bulk([int(key) for key in keys])
    return {str(pk): page for pk, page in pages.items()}


def _by(user: Any) -> str:
    return "" if user is None else _("From %(name)s") % {"name": get_user_display_name(user)}
