"""What readers say is missing."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic import PermissionCheckedMixin
from wagtail.admin.views.reports import ReportView

from designcity.spreadsheets import harmless
from search.editors.columns import DealtWithColumn, LabelledColumn, StepsColumn
from search.editors.filters import MissedFilterSet
from search.editors.languages import name_of
from search.editors.permissions import DEAL_WITH_MESSAGES, may
from search.models import MissedSearch


class MissedReport(ReportView):
    """What readers wrote after a search that found nothing."""

    model = MissedSearch
    any_permission_required = ["view", "change"]
    page_title = _("What readers missed")
    header_icon = "mail"
    index_url_name = "search_missed:index"
    index_results_url_name = "search_missed:results"
    template_name = "search/admin/report.html"
    results_template_name = "search/admin/list_results.html"
    filterset_class = MissedFilterSet
    is_searchable = True
    search_fields = ["text", "message"]
    export_filename = "missed-content"
    list_export = ["created_at", "language_code", "text", "message", "is_done"]
    custom_field_preprocess = {"text": {"csv": harmless}, "message": {"csv": harmless}}

    @cached_property
    def columns(self) -> list[Any]:
        columns = [
            LabelledColumn("message", label=_("What is missing"), classname="title"),
            LabelledColumn("text", label=_("Typed words")),
            LabelledColumn("language_code", label=_("Language"), accessor=_language),
            LabelledColumn("created_at", label=_("Sent"), accessor=_sent),
            StepsColumn(self.request.user),
        ]
        if may(self.request.user, DEAL_WITH_MESSAGES):
            columns.append(DealtWithColumn("is_done", label=_("State")))
        return columns

    def get_filtered_queryset(self) -> QuerySet:
        return self.get_queryset()


class DealWith(PermissionCheckedMixin, View):
    """Marks a message as dealt with, or takes that back, and returns to the list."""

    model = MissedSearch
    permission_required = "change"

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Keep what the button says."""
        message = get_object_or_404(MissedSearch, pk=pk)
        message.is_done = request.POST.get("is_done") == "1"
        message.save(update_fields=["is_done"])
        said = gettext("Marked as dealt with.") if message.is_done else gettext("Marked as to be dealt with.")
        messages.success(request, said)
        return redirect(get_valid_next_url_from_request(request) or reverse("search_missed:index"))


def _language(message: MissedSearch) -> Any:
    return name_of(message.language_code)


def _sent(message: MissedSearch) -> str:
    return date_format(localtime(message.created_at), "SHORT_DATETIME_FORMAT")
