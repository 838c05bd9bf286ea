"""What a page tells machines of itself: a description after schema.org, as JSON-LD in its head."""

import json
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Page

from designcity.languages import html_lang

Description = dict[str, Any]
"""What is said of a thing, by the names of schema.org; `@type` is what it is."""

_ESCAPES = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&\u2028\u2029"}


def described(page: Any, kind: str, **facts: Any) -> Description:
    """Return what holds of every page, and what is known of it as a thing of one kind."""
    return known(
        {
            "@context": "https://schema.org",
            "@type": kind,
            "name": page.title,
            "url": page.full_url,
            "description": page.search_description or page.summary,
            "inLanguage": html_lang(page.locale.language_code),
            "image": absolute(page.shared_picture_url),
            **facts,
        }
    )


def known(facts: Description) -> Description:
    """Return the facts without those that nothing is known of."""
    return {name: fact for name, fact in facts.items() if fact not in (None, "", [], {})}


def organisations(pages: Iterable[Page], further: str = "") -> list[Description]:
    """Return the institutions of some pages, and one that is known by its name alone."""
    found = [{"@type": "Organization", "name": page.title, "url": page.full_url} for page in pages]
    return [*found, *([{"@type": "Organization", "name": further}] if further else [])]


def absolute(path: str) -> str:
    """Return the public address of a path of the site; empty for none."""
    return f"{settings.SITE_URL}{path}" if path.startswith("/") else path


def as_script(description: Description) -> SafeString:
    """Return a description as HTML; a browser runs nothing of it."""
    data = json.dumps(description, ensure_ascii=False).translate(_ESCAPES)
    # The signs that could end the element are escaped above.
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(data))  # noqa: S308
