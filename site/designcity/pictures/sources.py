"""Where pictures come from, fetched for many pictures at once in the language of whoever reads."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from wagtail.models import Locale

from designcity.images import DesignImage


def fetch_sources(images: Iterable[DesignImage]) -> None:
    """Let each picture know its source in the reader's language; two queries at most."""
    images = list(images)
    models.prefetch_related_objects(images, "source")
    sources: list[Any] = [image.source for image in images if image.source]
    names = _in_readers_language(sources)
    for image in images:
        if image.source:
            image.shown_source = names.get(image.source.translation_key, image.source)


def _in_readers_language(sources: list[Any]) -> dict[Any, Any]:
    locale = Locale.get_active() if sources else None
    keys = {source.translation_key for source in sources if source.locale_id != getattr(locale, "pk", None)}
    if not keys:
        return {}
    found = type(sources[0]).objects.filter(locale=locale, translation_key__in=keys)
    return {source.translation_key: source for source in found}
