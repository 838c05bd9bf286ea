"""How far translations are, for many pages at once."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Max, OuterRef, Subquery
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments


@dataclass(frozen=True)
class Progress:
    """How many passages are translated, and when the last of them was."""

    translation: Translation
    passages: int
    translated: int
    last_at: datetime.datetime | None

    @property
    def is_complete(self) -> bool:
        """Whether every passage is translated."""
        return self.passages == self.translated

    def is_newer_than(self, moment: datetime.datetime | None) -> bool:
        """Whether a passage was translated after a moment."""
        return self.last_at is not None and (moment is None or self.last_at > moment)


def progress_of(keys: set[Any]) -> dict[tuple[Any, int], Progress]:
    """Return the progress of the enabled translations of pages, by translation key and target locale."""
    translations = Translation.objects.filter(source__object_id__in=keys, enabled=True)
    translations = translations.select_related("source", "target_locale")
    found = {}
    for locale_id in {translation.target_locale_id for translation in translations}:
        counted = _counted([one.source_id for one in translations], locale_id)
        for translation in translations:
            if translation.target_locale_id == locale_id:
                numbers = counted.get(translation.source_id, (0, 0, None))
                found[translation.source.object_id, locale_id] = Progress(translation, *numbers)
    return found


def lacks_words(translation: Translation, original: Page) -> bool:
    """Whether a version of the original, such as a draft, has words that are not translated; one query."""
    done = StringTranslation.objects.filter(
        context__object_id=original.translation_key, locale=translation.target_locale_id, has_error=False
    )
    return bool(_words(original) - set(done.values_list("context__path", "translation_of__data")))


def has_unpublished_words(translation: Translation) -> bool:
    """Whether a translation is of words that readers of the original do not have yet: those of a draft."""
    original = translation.source.get_source_instance()
    if not isinstance(original, Page):
        return False
    if not original.live:
        return _is_given_a_day(original)
    if not original.has_unpublished_changes:
        return False
    taken = translation.source.stringsegment_set.exclude(context__path="slug")
    return bool(set(taken.values_list("context__path", "string__data")) - _words(original))


def _is_given_a_day(page: Page) -> bool:
    """Whether a page waits for a day of its own; an embargo holds its translations back by itself."""
    planned = page.scheduled_revision
    if planned is None:
        return False
    until = getattr(page, "embargo_until", None)
    return until is None or planned.approved_go_live_at > until


def _words(page: Page) -> set[tuple[str, str]]:
    """Return what a version of a page says, each with its place."""
    words = (one for one in extract_segments(page) if isinstance(one, StringSegmentValue))
    return {(one.path, one.string.data) for one in words if one.path != "slug"}


def bring(sources: Iterable[TranslationSource]) -> int:
    """Bring the latest versions of originals to their translators, also drafts; return how many had changed.

    What was translated stays, and readers keep what they have until it is published.
    """
    return sum(_brought(source) for source in sources)


def _brought(source: TranslationSource) -> bool:
    draft = source.get_source_instance().get_latest_revision_as_object()
    now, _is_new = TranslationSource.update_or_create_from_instance(draft)
    return bool(now.last_updated_at != source.last_updated_at)


def _counted(source_ids: list[int], locale_id: int) -> dict[int, tuple[int, int, datetime.datetime | None]]:
    translated = StringTranslation.objects.filter(
        translation_of=OuterRef("string"), context=OuterRef("context"), locale=locale_id, has_error=False
    )
    segments = (
        StringSegment.objects.filter(source__in=source_ids)
        .annotate(translated_at=Subquery(translated.values("updated_at")[:1]))
        .values("source")
        .annotate(passages=Count("pk"), translated=Count("translated_at"), last_at=Max("translated_at"))
        .order_by()
    )
    return {row["source"]: (row["passages"], row["translated"], row["last_at"]) for row in segments}
