"""What removal requests add to the editors' interface."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from provenance.report.pending import HOOK
from removals.requests.desk.access import sees_requests
from removals.requests.desk.actions import ACTIONS, Grant
from removals.requests.desk.listing import RequestList
from removals.requests.desk.overview import Download, Overview
from removals.requests.desk.report import FiguresPage
from removals.requests.desk.waiting import add_panel
from removals.requests.models import RemovalRequest

ROOM = "removal-requests"

hooks.register("construct_homepage_panels", add_panel)


class RequestsMenuItem(MenuItem):
    """The menu entry of the desk, for those who may come there."""

    def is_shown(self, request: HttpRequest) -> bool:
        return sees_requests(request.user)


@hooks.register("register_admin_menu_item")
def menu_item() -> MenuItem:
    """Put the desk beside the sources."""
    return RequestsMenuItem(
        _("Removal requests"), reverse("removals_requests"), name="requests", icon_name="mail", order=206
    )


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Give the pages of the desk their addresses."""
    listing, results = RequestList.as_view(), RequestList.as_view(results_only=True)
    return [
        path(f"{ROOM}/", listing, name="removals_requests"),
        path(f"{ROOM}/results/", results, name="removals_requests_results"),
        path(f"{ROOM}/figures/", FiguresPage.as_view(), name="removals_request_figures"),
        path(f"{ROOM}/<int:pk>/", Overview.as_view(), name="removals_request"),
        path(f"{ROOM}/<int:pk>/grant/", Grant.as_view(), name="removals_request_grant"),
        path(f"{ROOM}/<int:pk>/files/<int:file_id>/", Download.as_view(), name="removals_request_file"),
        *(
            path(f"{ROOM}/<int:pk>/{name}/", view, name=f"removals_request_{name}")
            for name, view in ACTIONS.items()
        ),
    ]


@hooks.register(HOOK)
def pending_pages() -> QuerySet:
    """Tell the report of sources and rights which pages open requests are about."""
    return RemovalRequest.objects.pending().filter(page__isnull=False).values_list("page_id", flat=True)


@hooks.register("register_permissions")
def permissions() -> QuerySet[Permission]:
    """Offer the permissions on requests for groups."""
    return Permission.objects.filter(content_type__app_label="removals", content_type__model="removalrequest")
