"""A line of a panel on the editors' home."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from wagtail.models import Page

from designcity.languages import language_name


@dataclass(frozen=True)
class Row:
    """What a panel says of one page."""

    title: str
    url: str
    language: Any
    state: Any
    icon: str
    at: datetime.datetime | None
    note: Any = ""


def row_of(page: Page, state: Any, icon: str, at: datetime.datetime | None, note: Any = "") -> Row:
    """Return the line of a page, which leads to its editor."""
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    title = str(page.get_admin_display_title())
    return Row(title, url, language_name(page.locale.language_code), state, icon, at, note)
