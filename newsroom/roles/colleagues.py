"""Colleagues are called by their names where Wagtail's list of older pages writes what they log in with."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth import get_user_model
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views.reports.aging_pages import AgingPagesView

Rows = Any


def connect() -> None:
    """Name whoever published a page last, on the screen and in the tables that are downloaded."""
    AgingPagesView.decorate_paginated_queryset = _named(AgingPagesView.decorate_paginated_queryset)


def _named(decorated: Callable[[Any, Rows], Rows]) -> Callable[[Any, Rows], Rows]:
    def rows(view: Any, pages: Rows) -> Rows:
        found = decorated(view, pages)
        people = get_user_model().objects.in_bulk({page.last_published_by for page in found})
        for page in found:
            if page.last_published_by in people:
                page.last_published_by_user = get_user_display_name(people[page.last_published_by])
        return found

    return rows
