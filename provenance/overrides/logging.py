"""Writes a decision down: in the record that nobody changes, and in the history of the page."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.admin.utils import get_user_display_name
from wagtail.log_actions import LogFormatter, log
from wagtail.models import Page

from provenance.overrides.models import Override

ACTION = "provenance.override"


@transaction.atomic
def decide(page: Page, user: Any, reason: str, found: dict[str, str]) -> Override:
    """Note that a user lets a page be published; `found` is what is let through, and what was said of it."""
    override = Override.objects.create(
        page_id=page.pk,
        page_title=page.title,
        user=user,
        user_name=get_user_display_name(user),
        reason=reason,
        rights=list(found),
        sentences=list(found.values()),
    )
    log(instance=page, action=ACTION, user=user, data={"reason": reason, "findings": override.sentences})
    return override


def actions(registered: Any) -> None:
    """Let the history of a page say what was decided, and why."""

    @registered.register_action(ACTION)
    class OverrideFormatter(LogFormatter):
        label = _("Allow publishing without settled rights")

        def format_message(self, log_entry: Any) -> str:
            said = _("Allowed to be published without settled rights. Reason: %(reason)s (%(findings)s)")
            return str(said) % {
                "reason": log_entry.data.get("reason", ""),
                "findings": " ".join(log_entry.data.get("findings", [])),
            }
