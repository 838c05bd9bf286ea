"""Tells editors of embargoes, and of what the schedule could not do, where they work."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from newsroom.publishing import telling
from newsroom.publishing.models import ScheduleFailure
from newsroom.publishing.report import FailureReport

MAY_SEE = "newsroom.view_schedulefailure"

hooks.register("after_publish_page", telling.after_publishing)
hooks.register("after_edit_page", telling.after_approving)
hooks.register("after_bulk_action", telling.after_bulk_publishing)


@hooks.register("before_edit_page", order=-10)
def tell_what_holds(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Say on the form, also that of a translation, that a page is under embargo or could not be published."""
    if request.method == "POST":
        return telling.instead_of_publishing_a_translation(request, page)
    if "_w_hydrate_create_view" not in request.GET:
        for one in telling.held_back([page]):
            messages.warning(request, telling.of_embargo(one))
        for failure in ScheduleFailure.objects.of(page):
            messages.error(request, telling.of_failure(failure))
    return None


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Return the addresses of the report."""
    return [
        path("reports/not-published/", FailureReport.as_view(), name="newsroom_failures"),
        path(
            "reports/not-published/results/",
            FailureReport.as_view(results_only=True),
            name="newsroom_failures_results",
        ),
    ]


class FailureMenuItem(MenuItem):
    """Shown to those who may see the report."""

    def is_shown(self, request: HttpRequest) -> bool:
        allowed: bool = request.user.has_perm(MAY_SEE)
        return allowed


@hooks.register("register_reports_menu_item")
def menu_item() -> MenuItem:
    """Add the report to the menu of reports."""
    return FailureMenuItem(
        _("Not published in time"), reverse("newsroom_failures"), icon_name="warning", order=100
    )


@hooks.register("register_permissions")
def permissions() -> QuerySet[Permission]:
    """Offer the report's permission for groups."""
    app, codename = MAY_SEE.split(".")
    return Permission.objects.filter(content_type__app_label=app, codename=codename)
