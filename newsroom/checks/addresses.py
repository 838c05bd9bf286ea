"""Typed addresses that are those of this site: whether anything answers there."""

from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils.translation import get_language_from_path, override
from wagtail.documents import get_document_model
from wagtail.models import Page, Site


def of_this_site(address: str) -> bool:
    """Whether an address is one of this site; a bare part of the page (`#x`) is not looked at."""
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return False
    if host is None:
        return not parts.scheme and parts.path.startswith("/")
    return parts.scheme in ("http", "https", "") and host == urlsplit(settings.SITE_URL).hostname


def leads_nowhere(address: str) -> bool:
    """Whether the site answers an address of its own with “not found”; a few queries."""
    path = _path(address)
    if path == "/" or path.startswith((settings.MEDIA_URL, settings.STATIC_URL)):
        return False
    match = _view_at(path)
    return match is None or _finds_nothing(match, path)


def page_at(address: str) -> Page | None:
    """Return the page that the site shows at an address of its own; a few queries."""
    path = _path(address)
    match = _view_at(path)
    if match is None or match.url_name != "wagtail_serve":
        return None
    page = _routed(path, match.args[0])
    # An index answers also for its feed and its calendar.
    return page if page and _path(page.url or "").rstrip("/") == path.rstrip("/") else None


def _path(address: str) -> str:
    return unquote(urlsplit(address).path) or "/"


def _view_at(path: str) -> ResolverMatch | None:
    with override(get_language_from_path(path) or settings.LANGUAGE_CODE):
        try:
            return resolve(path)
        except Resolver404:
            return None


def _finds_nothing(match: ResolverMatch, path: str) -> bool:
    if match.url_name == "wagtail_serve":
        return _routed(path, match.args[0]) is None
    if match.url_name == "wagtaildocs_serve":
        return not get_document_model().objects.filter(pk=match.args[0]).exists()
    return False


def _routed(path: str, below: str) -> Page | None:
    site = Site.objects.filter(is_default_site=True).first()
    if site is None:
        return None
    request = HttpRequest()
    request.path = path
    request._wagtail_site = site  # type: ignore[attr-defined]  # where Site.find_for_request keeps it
    found = Page.route_for_request(request, below)
    return found.page if found else None
