"""The 404 and 500 pages, in the reader's language."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.shortcuts import render
from django.template import loader
from django.utils import translation
from django.utils.translation import gettext
from wagtail.models import Locale, Page, Site


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 404 with the search, and with the page in another language when it is there."""
    context = {"others": pages_elsewhere(request)}
    return render(request, "404.html", context, status=404)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 400 to what cannot be read, such as a form with far too many files."""
    return refused(
        request, gettext("The site could not read what your browser sent. Go back and try again."), 400
    )


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer 500 without touching the database, which may be what broke."""
    code = _language_of(request.path_info) or settings.LANGUAGE_CODE
    with translation.override(code):
        page = loader.get_template("500.html").render({"language": code})
    return HttpResponseServerError(page)


def form_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form that did not come from this site, or whose cookie is gone, with what to do about it."""
    return refused(request, gettext("The form could not be checked. Send it again."), 403)


def refused(request: HttpRequest, words: str, status: int) -> HttpResponse:
    """Answer a request that cannot be served with one sentence, in the language of its address."""
    context = {"language": translation.get_language() or settings.LANGUAGE_CODE, "words": words}
    return HttpResponse(loader.get_template("refused.html").render(context), status=status)


def pages_elsewhere(request: HttpRequest) -> list[Page]:
    """Return the live public pages that have the wanted address in another language."""
    asked = _language_of(request.path_info)
    site = Site.find_for_request(request)
    if asked is None or site is None:
        return []
    rest = request.path_info.split("/", 2)[2]
    found = []
    for locale in Locale.objects.exclude(language_code=asked):
        found += _at(locale, site, rest)
    return found


def _at(locale: Locale, site: Site, rest: str) -> list[Page]:
    root = site.root_page.get_translation_or_none(locale) if site.root_page.locale != locale else site.root_page
    if root is None:
        return []
    url_path = root.url_path + rest.strip("/") + ("/" if rest.strip("/") else "")
    pages: Any = Page.objects.live().public().filter(url_path=url_path, alias_of__isnull=True)
    return list(pages.select_related("locale"))


def _language_of(path: str) -> str | None:
    code = path.split("/", 2)[1] if path.count("/") > 1 else ""
    return code if code in dict(settings.LANGUAGES) else None
