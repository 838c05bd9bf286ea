"""Where a draft can be brought in, and by whom: below a section of the news, whoever may add articles there."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from wagtail.models import Page

from news.index import NewsIndexPage


def section_for(request: HttpRequest, page_id: int) -> NewsIndexPage:
    """Return a section to which this editor may add; raises Http404 or PermissionDenied."""
    section = get_object_or_404(NewsIndexPage.objects.select_related("locale"), pk=page_id)
    if not may_add(section, request.user):
        raise PermissionDenied
    return section


def may_add(page: Page, user: Any) -> bool:
    """Whether a page is a section of its own, and no placeholder, to which the user may add articles."""
    is_section = page.cached_content_type.model_class() is NewsIndexPage and page.alias_of_id is None
    return is_section and bool(page.permissions_for_user(user).can_add_subpage())
