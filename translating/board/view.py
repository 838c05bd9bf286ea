"""The status board, as a table and as files."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn, Column, DateColumn, NumberColumn, TitleColumn

from designcity.spreadsheets import RowsReport
from translating.assignments.people import Duties
from translating.board.filters import StatusFilters, parts
from translating.board.following import follow
from translating.board.models import TranslationStatus
from translating.board.overview import overview
from translating.board.rows import Row, rows, section_titles
from translating.board.states import State

HEADINGS = {
    "title": _("Page or record"),
    "section": pgettext_lazy("of the site", "Section"),
    "language": _("Language"),
    "state": _("State"),
    "changes": _("What has changed"),
    "to_do": _("Characters or words to do"),
    "since_on": _("Since"),
    "who": _("Who has it"),
    "due_on": pgettext_lazy("of translations", "Due"),
    "note": pgettext_lazy("of an assignment", "Note"),
}
WIDE = "board-wide"
"""Columns that a narrow screen leaves out."""


class StateColumn(Column):
    """The state with what has changed or is done."""

    cell_template_name = "translating/board/state_cell.html"


class ToDoColumn(NumberColumn):
    """How much is to do; a narrow screen says of what."""

    cell_template_name = "translating/board/to_do_cell.html"


class WhoColumn(Column):
    """Who has it, with what the user can do about that."""

    cell_template_name = "translating/board/who_cell.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        return context | {"csrf_token": get_token(parent_context["request"])}


class DueColumn(Column):
    """The date, with a word where it is over."""

    cell_template_name = "translating/board/due_cell.html"


class StatusBoard(RowsReport):
    """Every page and record in every language; what is due first, then what is out of date."""

    model = TranslationStatus
    page_title = _("Status board")
    header_icon = "wagtail-localize-language"
    index_url_name = "translating_board"
    index_results_url_name = "translating_board_results"
    template_name = "translating/board/board.html"
    results_template_name = "translating/board/results.html"
    table_classname = "listing board"
    filterset_class = StatusFilters
    is_searchable = True
    search_fields = ["title"]
    search_backend_name = None
    list_export = list(HEADINGS)
    export_headings = HEADINGS
    export_filename = "status-board"
    columns: list[Any] = [
        BulkActionsCheckboxColumn("bulk_actions", obj_type="status"),
        TitleColumn(
            "title",
            label=HEADINGS["title"],
            sort_key="title",
            get_url=lambda row: row.url,
            get_title_id=lambda row: f"status_{row.pk}_title",
        ),
        Column("section", label=HEADINGS["section"], classname=WIDE),
        Column("language", label=HEADINGS["language"]),
        StateColumn("state", label=HEADINGS["state"]),
        ToDoColumn("to_do", label=HEADINGS["to_do"], sort_key="to_do"),
        DateColumn("since", label=HEADINGS["since_on"], sort_key="since", classname=WIDE),
        WhoColumn("who", label=HEADINGS["who"]),
        DueColumn("due_on", label=HEADINGS["due_on"], sort_key="assignment__due_on"),
    ]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Let those in who translate into some language, and show them what is true now."""
        if not self.duties.any:
            raise PermissionDenied
        self.is_catching_up = follow()
        response: HttpResponse = super().dispatch(request, *args, **kwargs)
        return response

    @cached_property
    def duties(self) -> Duties:
        """What the user may do."""
        return Duties(self.request.user)

    @cached_property
    def titles(self) -> dict[int, str]:
        """The titles of the sections."""
        return section_titles()

    def get_base_queryset(self) -> QuerySet:
        # Only what it is sorted by is joined; types and languages are known already.
        return TranslationStatus.objects.select_related("assignment__person")

    def order_queryset(self, queryset: Any) -> Any:
        """Put what is most urgent first, unless a column's order is asked for."""
        if self.is_explicitly_ordered and self.ordering:
            return queryset.order_by(self.ordering, "pk")
        return queryset.most_urgent_first()

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        if not (self.is_export or self.results_only):
            context["languages"] = overview(
                self.index_url, parts(self.titles), self.duties.codes, self.duties.languages
            )
            context["states"] = list(State)
            context["is_narrowed"] = self.is_filtering or self.is_searching
        return context | {"is_catching_up": self.is_catching_up}

    def rows_of(self, object_list: Any) -> list[Row]:
        query = self.request.GET.urlencode()
        return rows(
            object_list, self.titles, self.duties, f"{self.index_url}?{query}" if query else self.index_url
        )
