"""The way from the report to where somebody decides on the rights of a page."""

from typing import Any

from wagtail import hooks
from wagtail.admin.ui.tables import Column

HOOK = "address_to_decide_on_rights"
"""Registered by whoever has such a place: a function that returns its address for the id of a page."""


class DecidingColumn(Column):
    """A link to what is not settled in a page, and to what was decided on it."""

    cell_template_name = "provenance/report/deciding_cell.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        """Add the address."""
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        return context | {"address": address(instance.pk)}


def address(page_id: int) -> str:
    """Return where somebody decides on the rights of a page; empty if nowhere."""
    return next((str(function(page_id)) for function in hooks.get_hooks(HOOK)), "")
