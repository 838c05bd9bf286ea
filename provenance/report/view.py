"""The report of published pages by their sources and rights, as a table and as files."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from designcity.spreadsheets import RowsReport
from provenance.overrides.models import may_decide
from provenance.report.deciding import DecidingColumn
from provenance.report.filters import RightsFilterSet, origins
from provenance.report.rows import Row, pages, rows
from provenance.rights import MAY_SEE_REPORT

HEADINGS = {
    "title": _("Page"),
    "language": _("Language"),
    "section": pgettext_lazy("of the site", "Section"),
    "origin": pgettext_lazy("original or reposted", "Origin"),
    "source": pgettext_lazy("of an article", "Source"),
    "kind": _("Kind of source"),
    "permission_until": _("Permission ends"),
    "credits": _("Credits of pictures"),
    "licences": _("Licences of pictures"),
    "pictures_until": _("Pictures may be shown until"),
    "requests": _("Requests pending"),
}
DATES = ("permission_until", "pictures_until")
COLUMNS: list[Any] = [
    TitleColumn("title", label=HEADINGS["title"], get_url=lambda row: row.url),
    *(
        (DateColumn if name in DATES else Column)(name, label=label)
        for name, label in HEADINGS.items()
        if name != "title"
    ),
]


class RightsReport(RowsReport):
    """Every published page with its source, and the credits and licences of its pictures."""

    model = Page
    page_title = _("Sources and rights")
    header_icon = "openquote"
    index_url_name = "provenance_report"
    index_results_url_name = "provenance_report_results"
    filterset_class = RightsFilterSet
    is_searchable = False
    list_export = list(HEADINGS)
    export_headings = HEADINGS
    export_filename = "sources-and-rights"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Let those in who may see the report."""
        if not request.user.has_perm(MAY_SEE_REPORT):
            raise PermissionDenied
        response: HttpResponse = super().dispatch(request, *args, **kwargs)
        return response

    @cached_property
    def columns(self) -> list[Any]:
        """Return the columns; who decides on rights gets there from each page."""
        deciding = [DecidingColumn("deciding", label=_("Decisions"))] if may_decide(self.request.user) else []
        return [*COLUMNS, *deciding]

    def get_queryset(self) -> QuerySet:
        return pages()

    def rows_of(self, object_list: Any) -> list[Row]:
        may_edit = PagePermissionPolicy().user_has_any_permission(self.request.user, ["change", "publish"])
        return rows(object_list, dict(origins()), may_edit)


class ReportMenuItem(MenuItem):
    """Shown to those who may see the report."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(MAY_SEE_REPORT))


def menu_item() -> MenuItem:
    """Return the report's entry in the menu of reports."""
    return ReportMenuItem(
        _("Sources and rights"), reverse("provenance_report"), icon_name="openquote", order=110
    )


def addresses() -> list[URLPattern]:
    """Return the addresses of the report."""
    return [
        path("reports/sources/", RightsReport.as_view(), name="provenance_report"),
        path(
            "reports/sources/results/",
            RightsReport.as_view(results_only=True),
            name="provenance_report_results",
        ),
    ]
