"""The answer at the address of a page that was taken down."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.models import Page, Site

from designcity.errors import pages_elsewhere
from newsroom.notices.notice import Notice

NOT_FOUND = 404


class NoticeMiddleware:
    """Say of a page that was taken down that it was, instead of that there is none.

    It stands outside the middleware of redirects: where an editor leads an old address elsewhere, that counts.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != NOT_FOUND:
            return response
        notice = notice_at(request)
        return response if notice is None else taken_down(request, notice)


def notice_at(request: HttpRequest) -> Notice | None:
    """Return the notice of the page that was at the wanted address and that the reader could have read."""
    url_path = path_in_tree(request)
    notice = Notice.objects.at(url_path) if url_path else None
    if notice is None or not may_read(notice.page, request):
        return None
    return notice


def taken_down(request: HttpRequest, notice: Notice) -> HttpResponse:
    """Answer with the notice, the search, the way back to the section, and what is there in other languages."""
    context: dict[str, Any] = {
        "notice": notice.source,
        "section": section_of(notice.page),
        "others": pages_elsewhere(request),
    }
    response = render(request, "newsroom/notices/taken_down.html", context, status=notice.source.status)
    # The page may come back: nobody keeps this answer.
    response["Cache-Control"] = "no-cache"
    return response


def path_in_tree(request: HttpRequest) -> str | None:
    """Return the path in the page tree that an address stands for, or None where it stands for none."""
    return path_below(Site.find_for_request(request), request.path_info)


def path_below(site: Site | None, path: str) -> str | None:
    """Return the path in the page tree that a path of a site stands for, or None where it stands for none."""
    _, code, *rest = path.split("/", 2)
    for root in Site.get_site_root_paths() if rest else []:
        if site is not None and root.site_id == site.pk and root.language_code == code:
            return f"{root.root_path}{rest[0]}"
    return None


def may_read(page: Page, request: HttpRequest) -> bool:
    return all(restriction.accept_request(request) for restriction in page.get_view_restrictions())


def section_of(page: Page) -> Page | None:
    """Return the nearest page above that is online."""
    above: Page | None = page.get_ancestors().live().filter(depth__gt=1).order_by("-depth").first()
    return above
