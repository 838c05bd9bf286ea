"""Filling in: of a page whose text has come or changed, and of other pages once a segment is translated."""

from collections import defaultdict
from collections.abc import Iterable

from django.db import transaction
from django.db.models import Exists, F, OuterRef, QuerySet
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from translating.filling.choosing import chosen
from translating.filling.marks import MEMORY
from translating.placing import NO_WORDS, lacking, place


def fill(translation: Translation) -> int:
    """Fill in what was translated before; return how many segments. The queries do not grow with the page."""
    segments = StringSegment.objects.filter(source=translation.source_id)
    return _fill(segments.select_related("string__locale", "context"), translation.target_locale)


def fill_repeats(one: StringTranslation) -> int:
    """Fill in the other segments that say the same and have no translation; return how many."""
    by_source: dict[int, list[StringSegment]] = defaultdict(list)
    for segment in waiting_for(one).select_related("string__locale", "context"):
        by_source[segment.source_id].append(segment)
    return sum(_fill(segments, one.locale) for segments in by_source.values())


def waiting_for(one: StringTranslation) -> QuerySet:
    """Return the segments that say the same and are to be translated into the same language."""
    there = StringTranslation.objects.filter(
        translation_of=OuterRef("string"), context=OuterRef("context"), locale=one.locale_id
    )
    wanted = StringSegment.objects.filter(
        string=one.translation_of_id,
        source__translations__target_locale=one.locale_id,
        source__translations__enabled=True,
        source__locale=F("string__locale"),
    )
    return wanted.filter(~Exists(there)).exclude(context__path__in=NO_WORDS)


@transaction.atomic
def _fill(segments: Iterable[StringSegment], locale: Locale) -> int:
    to_fill = lacking(segments, locale)
    entries = chosen(to_fill, locale)
    rows = [
        StringTranslation(
            translation_of_id=segment.string_id,
            context_id=segment.context_id,
            locale=locale,
            data=entries[segment.pk].target,
            translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
            tool_name=MEMORY,
        )
        for segment in to_fill
        if segment.pk in entries
    ]
    return len(place(rows))
