"""Numbered pages of long lists."""

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest


def paginated(request: HttpRequest, items: QuerySet | Sequence[Any], per_page: int) -> Page:
    """Return the page of `items` that `?page=` asks for; nonsense gives the first, too far gives the last."""
    return Paginator(items, per_page).get_page(_wanted(request.GET.get("page")))


def _wanted(raw: str | None) -> int:
    """Read a page number; what is no positive number of at most nine digits counts as 1."""
    if raw and raw.isascii() and raw.isdigit() and len(raw) < 10:
        return max(int(raw), 1)
    return 1
