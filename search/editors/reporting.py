"""What the reports of the search desk have in common: days and language, totals, a spreadsheet."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.reports import ReportView

from designcity.spreadsheets import BYTE_ORDER_MARK, harmless
from search.editors.columns import LabelledColumn
from search.editors.filters import SearchesFilterSet
from search.models import SearchCount
from search.models.log import SearchCountQuerySet

LONGEST_EXPORT = 10_000


class SearchesReport(ReportView):
    """A list of queries with their numbers, for one language and some days; most frequent first."""

    model = SearchCount
    permission_required = "view"
    template_name = "search/admin/report.html"
    results_template_name = "search/admin/report_results.html"
    header_icon = "search"
    is_searchable = True
    search_fields = ["text"]
    filterset_class = SearchesFilterSet
    default_ordering = "-asked"
    list_export = ["text", "asked", "found_last", "opened", "per_hundred", "last_day"]
    export_headings = {
        "text": _("Typed words"),
        "asked": _("Searches"),
        "found_last": _("Found (last time)"),
        "opened": _("Opened results"),
        "per_hundred": _("Opened per 100 searches"),
        "last_day": _("Last searched"),
    }
    custom_field_preprocess = {"text": {"csv": harmless}}

    @cached_property
    def columns(self) -> list[Any]:
        """Every number can be sorted by."""
        return [
            LabelledColumn(name, label=label, sort_key=name, classname="title" if name == "text" else "")
            for name, label in self.export_headings.items()
        ]

    def get_base_queryset(self) -> SearchCountQuerySet:
        return SearchCount.objects.by_query()

    def order_queryset(self, queryset: QuerySet) -> QuerySet:
        """Sort by the words where the numbers are equal, so that no row shows on two pages."""
        return queryset.order_by(self.ordering, "text")

    def get_queryset(self) -> QuerySet:
        """Narrow the searches before they are added up, and the rows by what is sought."""
        return self.search_queryset(self.order_queryset(self.filter_queryset(self.get_base_queryset())))

    def get_filtered_queryset(self) -> QuerySet:
        return self.get_queryset()

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        if not self.is_export:
            context["figures"] = self.figures(context["items_count"])
            context["scope"] = [self.filters.chosen("language")[1], self.filters.chosen("period")[1]]
        return context

    def figures(self, queries: int) -> list[tuple[Any, Any]]:
        """Return the total figures, each with what it says."""
        counted = self.search_queryset(self.filter_queryset(SearchCount.objects.all()))
        totals = counted.totals()
        per_hundred = totals["opened"] * 100 // totals["asked"] if totals["asked"] else 0
        return [
            (_("Searches"), totals["asked"]),
            (_("Different queries"), queries),
            (_("Searches that found nothing"), totals["in_vain"]),
            (_("Opened results"), totals["opened"]),
            (_("Opened per 100 searches"), per_hundred),
        ]

    def as_spreadsheet(self, queryset: QuerySet, spreadsheet_format: str) -> Any:
        return super().as_spreadsheet(queryset[:LONGEST_EXPORT], spreadsheet_format)

    def stream_csv(self, queryset: QuerySet) -> Iterator[bytes]:
        """Begin with the mark by which spreadsheet programs know the character set."""
        yield BYTE_ORDER_MARK
        yield from super().stream_csv(queryset)
