"""What every request passes before any view sees it."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.defaults import page_not_found

from designcity.errors import refused

NUL = "\x00"


class CleanRequestMiddleware:
    """Answer requests that carry NUL characters, which PostgreSQL cannot store, with a clear 4xx."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if NUL in request.path_info:
            return page_not_found(request, Http404())
        if any(NUL in part for pair in request.GET.lists() for part in (pair[0], *pair[1])):
            return refused(request, _("The address holds a NUL character. Remove it and try again."), 400)
        return self.get_response(request)
