"""Template tags and filters that every template has without loading them."""

from typing import Any

from django import template
from django.http import QueryDict
from django.template import Context
from django.utils.html import json_script
from django.utils.safestring import SafeString
from wagtail.models import Page

from designcity.blocks.outline import Outlined
from designcity.blocks.outline import outlined as outline_of
from designcity.languages import LanguageLink
from designcity.languages import language_links as links_of
from designcity.pages import BasePage
from designcity.widths import width

register = template.Library()

LONG, VERY_LONG = 48, 110
"""Widths of a headline, in Latin characters, from which it is set smaller."""


@register.simple_tag(takes_context=True)
def query(context: Context, **changes: Any) -> str:
    """Return the request's query string with `changes`; an empty value takes its name out."""
    params: QueryDict = context["request"].GET.copy()
    for name, value in changes.items():
        params.pop(name, None)
        if value not in ("", None):
            params[name] = str(value)
    return f"?{params.urlencode()}" if params else "?"


@register.simple_tag(takes_context=True)
def language_links(context: Context) -> list[LanguageLink]:
    """Return where each language of the site leads from the page being shown."""
    page = context.get("page")
    versions: list[Page] = context.get("translations") or []
    if not versions and isinstance(page, BasePage):
        versions = page.public_translations()
    return links_of(context["request"], versions)


@register.simple_tag
def structured_data(page: Any) -> SafeString | str:
    """Return what machines read of a page as JSON-LD, data that no browser runs; nothing without any."""
    data = page.structured_data() if isinstance(page, BasePage) else {}
    if not data:
        return ""
    html = json_script({"@context": "https://schema.org"} | data)
    return SafeString(html.replace("application/json", "application/ld+json", 1))


@register.filter
def html_lang(code: str) -> str:
    """Return the `lang` attribute of a language code: `zh-hans` becomes `zh-Hans`."""
    language, _, rest = code.partition("-")
    return f"{language}-{rest.title() if len(rest) == 4 else rest.upper()}" if rest else language


@register.filter
def headline_size(text: str) -> str:
    """Return `short`, `long` or `very-long`: how large a headline can be set; a Han character counts double."""
    room = width(str(text))
    if room > VERY_LONG:
        return "very-long"
    return "long" if room > LONG else "short"


@register.filter
def outlined(body: Any) -> list[Outlined]:
    """Return the blocks of a body, each with the anchor and the level of its heading."""
    return outline_of(body or [])
