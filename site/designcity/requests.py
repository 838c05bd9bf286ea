"""What every request passes before any view sees it."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.defaults import page_not_found

from designcity.errors import refused

NUL = "\x00"
MOST_BYTES = 60 * 1024 * 1024
"""What a reader's form may hold, with its files; editors upload more."""


class CleanRequestMiddleware:
    """Answer what carries NUL characters, which PostgreSQL cannot store, or far too much, with a clear 4xx."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if NUL in request.path_info:
            return page_not_found(request, Http404())
        if any(NUL in part for pair in request.GET.lists() for part in (pair[0], *pair[1])):
            return refused(request, _("The address holds a NUL character. Remove it and try again."), 400)
        if _is_too_large(request):
            return refused(request, _("What you sent is too large. Choose fewer or smaller files."), 413)
        return self.get_response(request)


def _is_too_large(request: HttpRequest) -> bool:
    length = request.headers.get("content-length") or "0"
    is_large = not length.isdecimal() or int(length) > MOST_BYTES
    return is_large and not request.path_info.startswith("/admin/")
