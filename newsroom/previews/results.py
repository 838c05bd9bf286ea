"""The page among the results of the site's own search, and of a web search engine."""

from typing import Any
from urllib.parse import unquote, urlsplit

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from wagtail.images.shortcuts import get_rendition_or_not_found

from designcity.pages import BasePage
from designcity.widths import width
from search.asking.results import Hit, Snippet
from search.indexing.documents import SMALL_PICTURE
from search.text.marking import marked

TITLE_ROOM = 60
DESCRIPTION_ROOM = 160
"""Latin characters that web search engines show of a title and of a description before they cut."""


def show(request: HttpRequest, page: BasePage) -> HttpResponse:
    """Answer with the page as both show it."""
    context = {"page": page, "hits": [_hit(page)], "web": _on_the_web(page)}
    return TemplateResponse(request, "newsroom/previews/search_result.html", context)


def _hit(page: BasePage) -> Hit:
    """Return the page as the site's own results show it when it was found by its summary."""
    summary = page.summary or page.search_description
    return Hit(
        page_id=page.pk or 0,
        title=page.title,
        url=page.url or "",
        kind=page.kind,
        language=str(page.locale.language_code),
        query="",
        summary=summary,
        date=page.date,
        image=_picture(page),
        snippets=[Snippet(marked(summary, ""))],
    )


def _picture(page: Any) -> str:
    if page.card_image is None:
        return ""
    return str(get_rendition_or_not_found(page.card_image, SMALL_PICTURE).url)


def _on_the_web(page: BasePage) -> dict[str, Any]:
    title = page.seo_title or page.title
    description = page.search_description or page.summary
    return {
        "title": _cut(title, TITLE_ROOM),
        "address": _crumbs(page.full_url or ""),
        "description": _cut(description, DESCRIPTION_ROOM),
        "facts": [
            (_("Title"), width(title), TITLE_ROOM),
            (_("Description"), width(description), DESCRIPTION_ROOM),
        ],
    }


def _crumbs(address: str) -> str:
    parts = urlsplit(address)
    return " › ".join([parts.netloc, *(unquote(part) for part in parts.path.split("/") if part)])


def _cut(text: str, room: int) -> str:
    """Return a text as it is shown where there is so much room."""
    if width(text) <= room:
        return text
    shown = ""
    for char in text:
        if width(shown + char) > room - 2:
            break
        shown += char
    return f"{shown.rstrip()} …"
