"""Articles with translations of their headlines, as wagtail-localize keeps them."""

from typing import Any

from django.test import TestCase
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from news.models import ArticlePage
from tests.conftest import Tree
from tests.factories import article


def submitted(page: Any) -> Translation:
    """Return the translation of a page into English, brought up to date with it."""
    english = Locale.objects.get(language_code="en")
    source, created = TranslationSource.get_or_create_from_instance(page)
    if not created:
        source.update_from_db()
    translation, _created = Translation.objects.get_or_create(source=source, target_locale=english)
    with TestCase.captureOnCommitCallbacks(execute=True):
        translation.save_target()
    return translation


def translated(translation: Translation, words: dict[str, str], **facts: Any) -> None:
    """Translate segments by their original words."""
    for original, said in words.items():
        segment = StringSegment.objects.filter(source=translation.source, string__data=original).first()
        assert segment is not None, original
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            locale=translation.target_locale,
            context=segment.context,
            defaults={
                "data": said,
                "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
                "tool_name": "",
            }
            | facts,
        )


def translation_of(zh: Tree, headline: str, said: str, **facts: Any) -> ArticlePage:
    """Return an article whose headline is translated."""
    page = article(zh.news, headline)
    translated(submitted(page), {headline: said}, **facts)
    return page
