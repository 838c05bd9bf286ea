"""The languages of the site as readers meet them: names, directions, the same page in another one."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.conf.locale import LANG_INFO
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.html import format_html
from django.utils.safestring import SafeString
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


def own_name(code: str) -> str:
    """Return the name of a language in itself, such as 日本語; its code where nobody has told us."""
    return str(_information(code).get("name_local", code))


def name_in_words(code: str) -> str:
    """Return the name of any language in the words of the active one."""
    return str(_information(code).get("name_translated", code))


def direction(code: str) -> str:
    """Return `rtl` for a language that is written from right to left, else `ltr`."""
    return "rtl" if _information(code).get("bidi") else "ltr"


def language_links(request: HttpRequest, versions: Iterable[Page]) -> list[LanguageLink]:
    """Return a link for every language: to the same page, or to the home page where there is none."""
    here = {page.locale.language_code: page.get_url(request) for page in versions}
    return [
        LanguageLink(
            code=code,
            name=own_name(code),
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


def language_attributes(code: str) -> SafeString:
    """Return `lang` and `dir` of an element in a language, as HTML."""
    return format_html('lang="{}" dir="{}"', html_lang(code), direction(code))


def isolated(text: Any) -> SafeString:
    """Return a name as HTML that keeps its direction to itself: 示例 in an Arabic sentence moves nothing."""
    return format_html("<bdi>{}</bdi>", text)


def in_language(text: Any, code: str) -> str | SafeString:
    """Return a text as HTML that says in which language it is, where that is not the reader's."""
    if code == get_language():
        return str(text)
    return format_html("<bdi {}>{}</bdi>", language_attributes(code), text)


def _information(code: str) -> dict[str, Any]:
    """Return what Django knows of a language; nothing of one that it does not know."""
    generic = code.partition("-")[0]
    return dict(get_language_info(code)) if code in LANG_INFO or generic in LANG_INFO else {}
