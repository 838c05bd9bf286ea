"""Where choosers of pages open: at the pages of their type, in the language of what is edited.

Wagtail opens them at what all such pages have in common: with two languages, the root of the tree.
"""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from wagtail.admin.views.chooser import BrowseView, page_models_from_string
from wagtail.models import Locale, Page

from designcity.pages import current_locale

Answer = Callable[..., HttpResponse]


def connect() -> None:
    """Propose a place wherever Wagtail is not told one."""
    BrowseView.get = _at_a_place(BrowseView.get)


def _at_a_place(answer: Answer) -> Answer:
    def opened(view: Any, request: HttpRequest, parent_page_id: int | None = None) -> HttpResponse:
        return answer(view, request, parent_page_id or proposed(request))

    return opened


def proposed(request: HttpRequest) -> int | None:
    """Return the page at which a chooser opens; None for a chooser of any page, and where there is none yet."""
    try:
        kinds = page_models_from_string(request.GET.get("page_type", ""))
    except (ValueError, LookupError):
        return None
    pages = Page.objects.type(*kinds).filter(locale=_language_of_what_is_edited(request))
    place = None if Page in kinds else pages.first_common_ancestor()
    return place.pk if place and not place.is_root() else None


def _language_of_what_is_edited(request: HttpRequest) -> Locale:
    """Return the language of the page whose form asks: Wagtail's choosers say it only by where they stand."""
    try:
        form = resolve(urlsplit(request.headers.get("referer", "")).path)
    except Resolver404:
        return current_locale()
    number = form.kwargs.get("parent_page_id") or form.kwargs.get("page_id")
    page = Page.objects.filter(pk=number).select_related("locale").first() if number else None
    return page.locale if page else current_locale()
