"""The answer at the address of a page that was taken down, and of a document that went with it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from newsroom.notices.answering import may_read, path_in_tree, section_of
from removals.takedowns.models import Takedown, TakenDownPage

NOWHERE = {404, 410}


class TakedownMiddleware:
    """Say at the old address that something was removed, and nothing of what it was.

    It stands outside the middleware of notices, which knows the page only as one that is offline.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code not in NOWHERE:
            return response
        found = _taken_down_at(request)
        return response if found is None else removed(request, found.takedown, found)


def removed(request: HttpRequest, takedown: Takedown, at: TakenDownPage | None = None) -> HttpResponse:
    """Answer that something was removed, with the number of the request and the way on."""
    context = {"takedown": takedown, "section": section_of(at.page) if at and at.page else None}
    response = render(request, "removals/takedowns/removed.html", context, status=takedown.status)
    # It may be undone: nobody keeps this answer.
    response["Cache-Control"] = "no-cache"
    response["X-Robots-Tag"] = "noindex"
    return response


def _taken_down_at(request: HttpRequest) -> TakenDownPage | None:
    url_path = path_in_tree(request)
    found = TakenDownPage.objects.at(url_path) if url_path else None
    if found is None or (found.page and not may_read(found.page, request)):
        return None
    return found
