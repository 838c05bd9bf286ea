"""The panels of the editors' home, and which of Wagtail's own they stand for."""

from typing import Any, ClassVar

from django.forms import Media
from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.ui.components import Component

from newsroom.desk import drafts, scheduled, waiting
from newsroom.desk.rows import Row
from newsroom.desk.seen import works_with_pages

ROWS = 6
REPLACED = {"workflow_objects_to_moderate", "user_objects_in_workflow_moderation", "recent_edits"}
"""Wagtail's panels whose pages stand in those of the newsroom."""


class Panel(Component):
    """Some pages, each with what is to be known of it; a sentence where there are none."""

    template_name = "newsroom/desk/panel.html"
    heading: Any = ""
    empty: Any = ""
    time_label: Any = ""
    more: ClassVar[tuple[Any, Any] | None] = None
    """Where there is more of it: address and words of the link."""

    def rows(self, user: Any, most: int) -> list[Row]:
        """Return at most `most` lines for a user."""
        raise NotImplementedError

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        rows = self.rows(parent_context["request"].user, ROWS + 1)
        return {"panel": self, "rows": rows[:ROWS], "has_more": len(rows) > ROWS}

    @property
    def media(self) -> Media:
        return Media(css={"all": ["newsroom/css/desk.css"]})


class WaitingPanel(Panel):
    """What waits for the editor."""

    name = "newsroom_waiting"
    order = 210
    heading = _("Waiting for you")
    empty = _("Nothing waits for you. Pages to review, and those a reviewer sent back to you, appear here.")
    time_label = _("Waiting since")
    more = (reverse_lazy("wagtailadmin_reports:workflow_tasks"), _("All tasks"))

    def rows(self, user: Any, most: int) -> list[Row]:
        return waiting.waiting_for(user, most)


class DraftsPanel(Panel):
    """What the editor wrote last and nobody can read yet."""

    name = "newsroom_drafts"
    order = 220
    heading = _("Your drafts")
    empty = _("You have no drafts. What you save without publishing it appears here.")
    time_label = pgettext_lazy("at what time", "Saved")
    more = (reverse_lazy("wagtailadmin_explore_root"), _("All pages"))

    def rows(self, user: Any, most: int) -> list[Row]:
        return drafts.my_drafts(user, most)


class ScheduledPanel(Panel):
    """What goes online or offline by itself."""

    name = "newsroom_scheduled"
    order = 230
    heading = _("Scheduled")
    empty = _("Nothing is scheduled. Set a time for a page under Status, at the right of its editor.")
    time_label = _("Time")
    more = (reverse_lazy("newsroom_calendar"), _("Open the calendar"))

    def rows(self, user: Any, most: int) -> list[Row]:
        return scheduled.scheduled(user, most)


def arrange(request: HttpRequest, panels: list[Any]) -> None:
    """Put the newsroom's panels in the place of Wagtail's, for those who work with pages."""
    if not works_with_pages(request.user):
        return
    panels[:] = [panel for panel in panels if getattr(panel, "name", "") not in REPLACED]
    panels += [WaitingPanel(), DraftsPanel(), ScheduledPanel()]
