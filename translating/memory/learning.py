"""The memory learns from what people translate in wagtail-localize; a machine's words only once accepted."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail_localize.models import StringTranslation
from wagtail_localize.strings import StringValue

from translating.memory.models import Entry
from translating.memory.writing import write
from translating.placing import NO_WORDS

RELATIONS = ("translation_of__locale", "locale", "context__object", "last_translated_by")
MEMORY = "TM"
"""The tool's name in wagtail-localize's record of words that were filled in; see `translating/filling`."""


@receiver(post_save, sender=StringTranslation)
def learn(instance: StringTranslation, **kwargs: Any) -> None:
    """Keep a segment that was translated just now."""
    if is_worth_keeping(instance):
        write([entry_of(instance)])


def learn_all() -> int:
    """Keep everything that was translated before there was a memory; return how many segments."""
    return write(_entries(StringTranslation.objects.select_related(*RELATIONS).order_by("updated_at")))


def entry_of(translation: StringTranslation) -> Entry:
    """Return the entry of a segment's translation."""
    return Entry(
        source_language=translation.translation_of.locale.language_code,
        target_language=translation.locale.language_code,
        source=translation.translation_of.data,
        target=translation.data,
        origin=_title(translation)[:255],
        by=translation.last_translated_by,
        used_at=translation.updated_at,
    )


def _entries(translations: QuerySet) -> Iterator[Entry]:
    yield from (entry_of(one) for one in translations.iterator(chunk_size=500) if is_worth_keeping(one))


def is_worth_keeping(translation: StringTranslation) -> bool:
    """Whether these are somebody's words, and whole; what the memory filled in itself teaches it nothing."""
    is_word = translation.context is None or translation.context.path not in NO_WORDS
    is_by_hand = (
        translation.translation_type != StringTranslation.TRANSLATION_TYPE_MACHINE
        and translation.tool_name != MEMORY
    )
    return is_word and is_by_hand and not translation.has_error and _is_whole(translation)


def _is_whole(translation: StringTranslation) -> bool:
    """Whether wagtail-localize can use it; it notes an error only after the first saving."""
    try:
        StringValue.from_translated_html(translation.data)
    except ValueError:
        return False
    return True


def _title(translation: StringTranslation) -> str:
    if translation.context is None:
        return ""
    source = translation.context.object.sources.filter(locale=translation.translation_of.locale).first()
    return source.object_repr if source else ""
