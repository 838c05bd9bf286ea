"""The cells of the desk's lists."""

from typing import Any

from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.ui.tables import BaseColumn, Column

from search.editors.steps import NextSteps


class LabelledColumn(Column):
    """A cell that knows its heading: on a narrow screen the row becomes a card that names each value."""

    cell_template_name = "search/admin/labelled_cell.html"


class StepsColumn(BaseColumn):
    """The cell with the buttons; each row is a mapping or an object with a language and a text."""

    cell_template_name = "search/admin/steps_cell.html"

    def __init__(self, user: Any, language: str = "") -> None:
        super().__init__("steps", label=_("What to do"))
        self.steps = NextSteps.of(user)
        self.language = language

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        if isinstance(instance, dict):
            return context | {"buttons": self.steps.buttons(self.language, instance["text"])}
        return context | {"buttons": self.steps.buttons(instance.language_code, instance.text)}


class DealtWithColumn(BaseColumn):
    """The cell with the one button that marks a message as dealt with, or takes that back."""

    cell_template_name = "search/admin/dealt_with_cell.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        request = parent_context["request"]
        return context | {"csrf_token": get_token(request), "next": _list_address(request)}


def _list_address(request: HttpRequest) -> str:
    """Return the address of the whole list as it is narrowed, also where only its rows are fetched."""
    narrowed = request.GET.copy()
    narrowed.pop("_w_filter_fragment", None)
    return f"{reverse('search_missed:index')}?{narrowed.urlencode()}"
