"""Which source a page of the web comes from: one that the site knows, or one that it could get to know."""

from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Locale

from exchange.web.reading import WebText
from provenance.models import Source

LONGEST = 120


def host_of(address: str) -> str:
    """Return the host of an address without its `www.`; empty when it has none."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def recognised(text: WebText, locale: Locale) -> Source | None:
    """Return the source that the page names, else the one whose website it stands on; two queries."""
    known = list(Source.objects.in_locale(locale)) or list(Source.objects.originals())
    by_name = next((one for one in known if text.origin and one.name == text.origin), None)
    host = host_of(text.address)
    return by_name or next((one for one in known if host and _is_of(one, host)), None)


def proposed_name(text: WebText) -> str:
    """Return what a new source would be called."""
    return (text.origin or text.site or host_of(text.address))[:LONGEST]


def created(name: str, text: WebText) -> Source:
    """Make a source of the name that somebody confirmed; its website only where the page stands on it."""
    locale = Locale.objects.get(language_code=settings.LANGUAGE_CODE)
    own = not text.origin or name != text.origin
    parts = urlsplit(text.address)
    website = f"{parts.scheme}://{parts.hostname}/" if own and parts.hostname else ""
    return Source.objects.create(name=name[:LONGEST], website=website, locale=locale)


def _is_of(source: Source, host: str) -> bool:
    own = host_of(source.website)
    return bool(own) and (host == own or host.endswith(f".{own}"))
