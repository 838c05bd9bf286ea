"""What the first page of the editors' interface says of the search."""

from typing import Any

from django.forms import Media
from django.http import HttpRequest
from wagtail.admin.ui.components import Component

from search.editors.languages import name_of
from search.editors.permissions import SEE_SEARCHES, may
from search.models import SearchCount

DAYS = 7
ROWS = 5


class NothingFoundPanel(Component):
    """The searches that found nothing this week, the most frequent first; a sentence where there are none."""

    name = "searches_that_found_nothing"
    template_name = "search/admin/nothing_found_panel.html"
    order = 250

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        rows: Any = SearchCount.objects.of_last(DAYS).by_query("language_code").that_found_nothing()
        found = rows.order_by("-asked", "text", "language_code")[:ROWS]
        return {"rows": [row | {"language": name_of(row["language_code"])} for row in found]}

    @property
    def media(self) -> Media:
        return Media(css={"all": ["search/admin/desk.css"]})


def add_panel(request: HttpRequest, panels: list[Any]) -> None:
    """Add the panel for those who may see what is searched for."""
    if may(request.user, SEE_SEARCHES):
        panels.append(NothingFoundPanel())
