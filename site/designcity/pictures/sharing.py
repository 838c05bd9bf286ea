"""The picture of a headline: drawn when a page is published that has no share picture of its own."""

import hashlib
import io
import json
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from PIL import Image, features

from designcity.pages import BasePage
from designcity.pictures.fonts import Typeface, typeface_for
from designcity.pictures.models import SharePicture
from designcity.pictures.poster import Poster
from designcity.site_texts import SiteTexts

DESIGN = 3
"""Counts up when the drawing changes, so that every page gets a new picture at its next publication."""
BESIDE = "fill-456x630|format-jpeg"
"""The page's own picture, beside the headline."""


def draw(page: BasePage) -> bool:
    """Draw the headline of `page` unless that was done already; return whether a new picture was drawn.

    A machine without a font for the page's language draws nothing.
    """
    poster = poster_of(page)
    digest = _digest(page, poster)
    kept = SharePicture.objects.filter(page_id=page.pk).first()
    if kept is not None and kept.digest == digest:
        return False
    drawn = drawn_poster(page, poster)
    if drawn is None:
        return False
    _keep(page, digest, drawn)
    return True


def poster_of(page: BasePage) -> Poster:
    """Return what stands on the picture of a page."""
    texts = SiteTexts.objects.for_locale(page.locale).first()
    return Poster(page.title, texts.site_name if texts else "", str(page.translation_key))


def drawn_poster(page: BasePage, poster: Poster) -> bytes | None:
    """Return the picture as JPEG; None when the machine has no font for the page's language, or cannot set it.

    What is written from right to left is set with FriBiDi.
    """
    headline, name = (_typefaces(page, words) for words in (poster.headline, poster.site_name))
    if not headline or (poster.is_from_the_right and not features.check("fribidi")):
        return None
    buffer = io.BytesIO()
    poster.drawn(headline, name, _beside(page)).save(buffer, "JPEG", quality=88, optimize=True)
    return buffer.getvalue()


def _typefaces(page: BasePage, words: str) -> list[Typeface]:
    """Return the face of the page's language and that of the source, which may have what the first lacks.

    A placeholder shows the words of its original: what has all letters stands first. None without the former.
    """
    faces = [typeface_for(code) for code in (page.locale.language_code, settings.LANGUAGE_CODE)]
    there = list(dict.fromkeys(face for face in faces if face is not None)) if faces[0] is not None else []
    return sorted(there, key=lambda face: not face.has(words))


def _beside(page: BasePage) -> Image.Image | None:
    image: Any = page.card_image
    if image is None:
        return None
    try:
        with image.get_rendition(BESIDE).file.open() as file:
            return Image.open(io.BytesIO(file.read())).convert("RGB")
    except OSError:
        return None


def _digest(page: BasePage, poster: Poster) -> str:
    image: Any = page.card_image
    beside = [image.file.name, image.focal_point_x, image.focal_point_y] if image else []
    said = [DESIGN, poster.headline, poster.site_name, page.locale.language_code, beside]
    return hashlib.sha256(json.dumps(said, default=str).encode()).hexdigest()


@transaction.atomic
def _keep(page: BasePage, digest: str, drawn: bytes) -> None:
    """Put the new picture in the place of the old one, whose file goes with the commit."""
    for old in SharePicture.objects.select_for_update().filter(page_id=page.pk):
        old.delete()
    picture = SharePicture(page_id=page.pk, digest=digest)
    picture.file.save(f"{page.pk}-{digest[:12]}.jpg", ContentFile(drawn), save=False)
    picture.save()
