"""Translating through wagtail-localize's own machinery, as its editor does."""

from collections.abc import Callable
from typing import Any

from django.db import models
from django.test import TestCase
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource


def in_english(text: str) -> str:
    """Return made-up English for any text."""
    return f"English of {text}"


def translate(
    instance: models.Model, locale: Locale, words: Callable[[str], str] = in_english, **fields: str
) -> Any:
    """Submit a page or record, translate every string of it and publish; `fields` win over `words`."""
    source, _ = TranslationSource.update_or_create_from_instance(instance)
    translation, _ = Translation.objects.get_or_create(source=source, target_locale=locale)
    for segment in StringSegment.objects.filter(source=source).select_related("string", "context"):
        text = fields.get(segment.context.path) or words(segment.string.data)
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            locale=locale,
            context=segment.context,
            defaults={"data": text, "tool_name": ""},
        )
    with TestCase.captureOnCommitCallbacks(execute=True):
        translation.save_target()
    found = translation.get_target_instance()
    return type(instance)._default_manager.get(pk=found.pk)
