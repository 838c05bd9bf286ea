"""What is said of pictures, fetched for many pictures at once in the language of whoever reads."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import get_language
from wagtail.models import Locale

from designcity.images import DesignImage
from designcity.pictures.words import PictureWords


def fetch_credits(images: Iterable[DesignImage]) -> None:
    """Let each picture know its words and its source in the reader's language; three queries at most."""
    images = list(images)
    models.prefetch_related_objects(images, "source")
    sources: list[Any] = [image.source for image in images if image.source]
    names = _in_readers_language(sources)
    words = _words(images)
    for image in images:
        image.shown_words = words.get(image.pk, image)
        if image.source:
            image.shown_source = names.get(image.source.translation_key, image.source)


def _words(images: list[DesignImage]) -> dict[int, PictureWords]:
    language = get_language()
    if not images or language == settings.LANGUAGE_CODE:
        return {}
    found = PictureWords.objects.filter(image__in=images, locale__language_code=language)
    return {one.image_id: one for one in found}


def _in_readers_language(sources: list[Any]) -> dict[Any, Any]:
    locale = Locale.get_active() if sources else None
    keys = {source.translation_key for source in sources if source.locale_id != getattr(locale, "pk", None)}
    if not keys:
        return {}
    found = type(sources[0]).objects.filter(locale=locale, translation_key__in=keys)
    return {source.translation_key: source for source in found}
