"""Where a reader finds the same page in another language."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.translation import get_language, get_language_info
from wagtail.models import Page

KEPT_PARAMETERS = {"search": ("q",), "requests": ("page", "image")}
"""The rooms besides pages that stand in every language, each with what of their address goes along."""


@dataclass(frozen=True)
class LanguageLink:
    """A language of the site and where it leads from here; its name is in the language itself."""

    code: str
    name: str
    url: str
    is_current: bool


def language_name(code: str) -> Any:
    """Return the name of a language of the site in the words of the active one; of another one, its code."""
    return dict(settings.LANGUAGES).get(code, code)


def language_links(request: HttpRequest, versions: Iterable[Page]) -> list[LanguageLink]:
    """Return a link for every language: to the same page, or to the home page where there is none."""
    here = {page.locale.language_code: page.get_url(request) for page in versions}
    return [
        LanguageLink(
            code=code,
            name=get_language_info(code)["name_local"],
            url=here.get(code) or _without_page(request, code),
            is_current=code == get_language(),
        )
        for code, _name in settings.LANGUAGES
    ]


def _without_page(request: HttpRequest, code: str) -> str:
    match = getattr(request, "resolver_match", None)
    if match is None or match.namespace not in KEPT_PARAMETERS:
        return f"/{code}/"
    kept = {name: request.GET[name] for name in KEPT_PARAMETERS[match.namespace] if request.GET.get(name)}
    address = str(translate_url(request.path, code))
    return f"{address}?{urlencode(kept)}" if kept else address


def html_lang(code: str) -> str:
    """Return the `lang` attribute of a language code: `zh-hans` becomes `zh-Hans`."""
    language, _, rest = code.partition("-")
    return f"{language}-{rest.title() if len(rest) == 4 else rest.upper()}" if rest else language
