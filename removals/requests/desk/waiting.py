"""What waits for an officer, on the editors' home."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from newsroom.desk.home import Panel
from newsroom.desk.rows import Row
from removals.requests.desk.access import MAY_HANDLE
from removals.requests.models import RemovalRequest


class RequestsPanel(Panel):
    """The requests on the desk that are the officer's own or nobody's yet."""

    name = "removals_requests"
    order = 205
    heading = _("Removal requests waiting for you")
    empty = _("No request waits for you. New ones, and those assigned to you, appear here.")
    time_label = pgettext_lazy("at what time", "Received")
    more = (reverse_lazy("removals_requests"), _("All removal requests"))

    def rows(self, user: Any, most: int) -> list[Row]:
        return [_row(request) for request in RemovalRequest.objects.waiting_for(user)[:most]]


def _row(request: RemovalRequest) -> Row:
    if request.is_overdue:
        state, icon = pgettext("of requests", "Overdue"), "warning"
    else:
        state, icon = request.get_state_display(), "mail"
    title = f"{request.number} · {request.about}"
    note = _("Deadline: {day}").format(day=date_format(request.due_on))
    return Row(title, request.desk_path, request.language_name, state, icon, request.received_at, note)


def add_panel(request: HttpRequest, panels: list[Any]) -> None:
    """Put the panel on the home of those who handle requests."""
    if request.user.has_perm(MAY_HANDLE):
        panels.append(RequestsPanel())
