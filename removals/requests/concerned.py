"""What a request is about: a public page of the site, and perhaps a picture that stands on it."""

from typing import Any
from urllib.parse import unquote, urlsplit

from django.http import HttpRequest
from wagtail.models import Page, Site

from designcity.images import DesignImage
from removals.references import named_by

LARGEST = 2**31 - 1


def named_page(text: str) -> Any:
    """Return the public page that a number names, or None: nothing is told of pages that nobody can read."""
    number = _number(text)
    pages = Page.objects.live().public().filter(depth__gt=1).select_related("locale")
    return pages.filter(pk=number).first() if number else None


def named_picture(text: str, page: Page | None) -> DesignImage | None:
    """Return the picture that a number names if it stands on the page, or None."""
    number = _number(text)
    image = DesignImage.objects.filter(pk=number).prefetch_related("renditions").first() if number else None
    return image if image and page and image.pk in named_by(page.specific, DesignImage) else None


def page_at(request: HttpRequest, address: str) -> Any:
    """Return the public page of this site at an address that somebody typed, or None."""
    site = Site.find_for_request(request)
    path = _path(address)
    if site is None or "\x00" in path:
        return None
    code, _slash, rest = path.strip("/").partition("/")
    for home in site.root_page.get_translations(inclusive=True).filter(locale__language_code=code):
        url_path = f"{home.url_path}{rest}/" if rest else home.url_path
        found = Page.objects.live().public().filter(url_path=url_path).select_related("locale").first()
        if found:
            return found
    return None


def _path(address: str) -> str:
    try:
        return unquote(urlsplit(address).path)
    except ValueError:  # half of an IPv6 address
        return ""


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 11 and int(text) <= LARGEST else 0
