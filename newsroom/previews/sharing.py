"""The page as messengers and social networks show a link to it."""

import base64
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from wagtail.images.shortcuts import get_rendition_or_not_found

from designcity.pages import BasePage
from designcity.pictures.shapes import SHAPES
from designcity.pictures.sharing import drawn_poster, poster_of


def show(request: HttpRequest, page: BasePage) -> HttpResponse:
    """Answer with the picture of 1200 × 630 pixels, title, description and the site's name."""
    context = {
        "page": page,
        "picture": _picture(page),
        "title": page.seo_title or page.title,
        "description": page.search_description or page.summary,
        "host": urlsplit(page.full_url or "").netloc,
    }
    return TemplateResponse(request, "newsroom/previews/share_picture.html", context)


def _picture(page: Any) -> str:
    """Return the address of the picture that goes with the link; empty where there is none."""
    drawn = None if page.share_image else drawn_poster(page, poster_of(page))
    if drawn is not None:
        return f"data:image/jpeg;base64,{base64.b64encode(drawn).decode()}"
    image = page.share_image or page.card_image
    return str(get_rendition_or_not_found(image, SHAPES["share"].filters[0]).url) if image is not None else ""
