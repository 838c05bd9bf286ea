"""The list of removal requests, with filters and a search by number and name."""

from typing import Any, ClassVar

import django_filters
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import models
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views.generic import IndexView
from wagtail.admin.widgets.button import HeaderButton
from wagtail.permission_policies import ModelPermissionPolicy

from removals.requests.desk.access import ForOfficers
from removals.requests.kinds import ON_THE_DESK, Kind, State
from removals.requests.mails import officers
from removals.requests.models import RemovalRequest

WIDE = "requests-wide"
"""Columns that a narrow screen leaves out."""


class Mine(models.TextChoices):
    """Whose requests are listed."""

    MINE = "mine", _("Mine")
    NOBODYS = "nobodys", _("Nobody’s")


class Deadline(models.TextChoices):
    """How urgent the listed requests are."""

    OPEN = "open", pgettext_lazy("of requests", "To be done")
    OVERDUE = "overdue", pgettext_lazy("of requests", "Overdue")


class RequestFilters(WagtailFilterSet):
    """By state, urgency, officer, what is asked for, language."""

    state = django_filters.MultipleChoiceFilter(label=_("State"), choices=State.choices)
    deadline = django_filters.ChoiceFilter(label=_("Deadline"), choices=Deadline.choices, method="by_deadline")
    officer = django_filters.ChoiceFilter(label=_("Assigned to"), choices=Mine.choices, method="by_officer")
    kind = django_filters.ChoiceFilter(label=_("Asked for"), choices=Kind.choices)
    language = django_filters.ChoiceFilter(label=_("Language"), choices=settings.LANGUAGES)

    class Meta:
        model = RemovalRequest
        fields: ClassVar[list[str]] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = [(str(user.pk), get_user_display_name(user)) for user in officers()]
        self.filters["officer"].extra["choices"] = [*Mine.choices, *people]

    def by_deadline(self, queryset: Any, name: str, value: str) -> Any:
        """Keep what is to be done, or should have been done."""
        return queryset.overdue() if value == Deadline.OVERDUE else queryset.on_the_desk()

    def by_officer(self, queryset: Any, name: str, value: str) -> Any:
        """Keep what is the user's, nobody's, or one officer's."""
        if value == Mine.NOBODYS:
            return queryset.filter(assigned_to__isnull=True)
        officer = self.request.user if value == Mine.MINE else get_user_model()(pk=int(value))
        return queryset.filter(assigned_to=officer)


class StateColumn(Column):
    """The state, set apart while something is to be done."""

    cell_template_name = "removals/requests/desk/state_cell.html"


class DeadlineColumn(Column):
    """The deadline, with a word where it is over."""

    cell_template_name = "removals/requests/desk/deadline_cell.html"


def _officer(request: RemovalRequest) -> str:
    return str(get_user_display_name(request.assigned_to)) if request.assigned_to else "–"


class RequestList(ForOfficers, IndexView):
    """All requests; what is to be done first, the most urgent before the others."""

    model = RemovalRequest
    permission_policy = ModelPermissionPolicy(RemovalRequest)
    any_permission_required: ClassVar[list[str]] = ["view", "change"]
    template_name = "removals/requests/desk/list.html"
    page_title = _("Removal requests")
    header_icon = "mail"
    index_url_name = "removals_requests"
    index_results_url_name = "removals_requests_results"
    default_ordering = "due_on"
    search_fields: ClassVar[list[str]] = ["number", "name", "organisation", "email", "page_title", "address"]
    search_backend_name = None
    filterset_class = RequestFilters
    paginate_by = 30
    columns: ClassVar[list[Any]] = [
        TitleColumn(
            "number",
            label=pgettext_lazy("of a request", "Number"),
            accessor="number",
            classname="requests-number",
            get_url=lambda one: one.desk_path,
        ),
        Column("about", label=pgettext_lazy("what a request concerns", "About"), accessor="about"),
        StateColumn("state", label=_("State"), accessor="state", sort_key="state"),
        DeadlineColumn("due_on", label=_("Deadline"), accessor="due_on", sort_key="due_on"),
        Column("officer", label=_("Assigned to"), accessor=_officer, classname=WIDE),
        Column("kind", label=_("Asked for"), accessor="get_kind_display", classname=WIDE),
        Column("language", label=_("Language"), accessor="language_name", classname=WIDE),
    ]

    def get_base_queryset(self) -> Any:
        return RemovalRequest.objects.select_related("assigned_to")

    def order_queryset(self, queryset: Any) -> Any:
        """Put what is to be done first, unless a column's order is asked for."""
        if self.request.GET.get("ordering"):
            return super().order_queryset(queryset)
        is_done = models.Case(models.When(state__in=ON_THE_DESK, then=0), default=1)
        return queryset.annotate(is_done=is_done).order_by("is_done", "due_on", "-pk")

    @cached_property
    def header_buttons(self) -> list[Any]:
        """The way to the figures."""
        words, address = pgettext("of requests", "Figures"), reverse("removals_request_figures")
        return [HeaderButton(words, url=address, icon_name="table")]
