"""A version beside the one in use: it can be compared and taken up, and replaces nothing."""

import datetime
from typing import Any

from wagtail.log_actions import log
from wagtail.models import Page, Revision

ACTION = "newsroom.kept_beside"


def keep(page: Page, newer: Revision, user: Any) -> Revision:
    """Store `page` as a revision that stands in the history without becoming the latest.

    It is dated just before `newer`: Wagtail takes the youngest revision for the latest when it says whether
    there is something unpublished. The history's own entry carries the time of day.
    """
    revision = Revision.objects.create(
        content_object=page,
        base_content_type=page.get_base_content_type(),
        user=user,
        created_at=newer.created_at - datetime.timedelta(microseconds=1),
        content=page.serializable_data(),
        object_str=str(page),
    )
    log(instance=page, action=ACTION, user=user, revision=revision, content_changed=True)
    return revision
