"""The report of what the schedule could not do."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page

from newsroom.publishing.models import ScheduleFailure


def _edit_url(failure: ScheduleFailure) -> str | None:
    """Return where a page is edited; records are opened from their own lists."""
    if failure.content_type_id == ContentType.objects.get_for_model(Page).pk:
        return reverse("wagtailadmin_pages:edit", args=[failure.object_id])
    return None


def _since(failure: ScheduleFailure) -> str:
    return date_format(localtime(failure.failed_since), "SHORT_DATETIME_FORMAT")


class FailureReport(ReportView):
    """Pages that should be live, or offline, and are not; with the reason."""

    model = ScheduleFailure
    permission_required = "view"
    page_title = _("Not published in time")
    header_icon = "warning"
    index_url_name = "newsroom_failures"
    index_results_url_name = "newsroom_failures_results"
    list_export: list[str] = []
    columns: list[Any] = [
        TitleColumn("title", label=_("Page"), get_url=_edit_url),
        Column("step", label=_("Was to be done"), accessor="get_step_display"),
        Column("since", label=_("Failed since"), accessor=_since),
        Column("attempts", label=_("Attempts"), accessor="attempts"),
        Column("reason", label=_("Reason"), accessor="sentence"),
    ]

    def get_queryset(self) -> QuerySet:
        return ScheduleFailure.objects.longest_first()
