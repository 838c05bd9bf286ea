"""Template tags and filters that every template has without loading them."""

from typing import Any

from django import template
from django.http import QueryDict
from django.template import Context
from wagtail.models import Page

from designcity.blocks.outline import Outlined
from designcity.blocks.outline import outlined as outline_of
from designcity.languages import LanguageLink, html_lang, in_language, isolated, language_attributes
from designcity.languages import language_links as links_of
from designcity.pages import BasePage
from designcity.structured import as_script
from designcity.widths import width

register = template.Library()
register.filter("html_lang", html_lang)
register.filter("isolated", isolated)
register.filter("in_language", in_language)
register.simple_tag(language_attributes)

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
def structured_data(page: Any) -> str:
    """Return what a page tells machines of its subject; a placeholder leaves that to its original."""
    if not isinstance(page, BasePage) or page.is_untranslated:
        return ""
    description = page.structured_data()
    return as_script(description) if description else ""


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
