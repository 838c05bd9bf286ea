"""Who may come to the desk, and who may do something there."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

MAY_SEE = "removals.view_removalrequest"
MAY_HANDLE = "removals.change_removalrequest"


def sees_requests(user: Any) -> bool:
    """Whether somebody may read removal requests."""
    return bool(user.has_perm(MAY_SEE) or user.has_perm(MAY_HANDLE))


class ForOfficers:
    """Answers everybody else with 403, in their language; mixed into the views of the desk."""

    only_handling = False
    """Whether reading is not enough."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Go on for those who may."""
        may = request.user.has_perm(MAY_HANDLE) if self.only_handling else sees_requests(request.user)
        if not may:
            return refused(request)
        answer: HttpResponseBase = super().dispatch(request, *args, **kwargs)  # type: ignore[misc]  # a mixin
        return answer


def refused(request: HttpRequest) -> HttpResponseBase:
    """Answer 403 within the editors' interface."""
    context = {"page_title": _("Removal requests"), "header_icon": "mail"}
    return TemplateResponse(request, "removals/requests/desk/refused.html", context, status=403)
