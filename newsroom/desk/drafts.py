"""What the editor began or wrote last, and nobody can read yet."""

from typing import Any

from django.db.models import CharField, Exists, OuterRef, Q
from django.db.models.functions import Cast
from django.utils.translation import gettext as _
from wagtail.models import Page, WorkflowState, get_default_page_content_type

from newsroom.desk.rows import Row, row_of
from newsroom.desk.seen import pages_edited_by


def my_drafts(user: Any, most: int) -> list[Row]:
    """Return the pages with changes of the user's that are not online, the latest first; 2 queries.

    What the user began stays here when somebody else writes in it, until it goes online for the first time.
    What is scheduled, and what came back with a request for changes, stands in panels of its own.
    """
    begun = Q(owner=user, first_published_at=None, latest_revision__isnull=False)
    pages: Any = pages_edited_by(user).filter(
        begun | Q(latest_revision__user=user), has_unpublished_changes=True
    )
    pages = pages.annotate_approved_schedule().filter(~Exists(_sent_back()), _approved_schedule=False)
    pages = pages.order_by("-latest_revision_created_at", "-pk").select_related("locale")
    return [
        row_of(page, *_state(page), page.latest_revision_created_at)
        for page in pages.prefetch_workflow_states()[:most]
    ]


def _sent_back() -> Any:
    return WorkflowState.objects.filter(
        base_content_type=get_default_page_content_type(),
        object_id=Cast(OuterRef("pk"), output_field=CharField()),
        status=WorkflowState.STATUS_NEEDS_CHANGES,
    )


def _state(page: Page) -> tuple[str, str]:
    if page.workflow_in_progress:
        return _("In review"), "glasses"
    if page.live:
        return _("Online, with unpublished changes"), "edit"
    return _("Never published") if page.first_published_at is None else _("Taken down"), "draft"
