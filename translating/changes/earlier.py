"""Which translation stood in a segment's place before its original changed."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation

from translating.plain import folded

LEAST = 40
"""Percent of likeness below which another sentence stands there now, not the same one changed."""


@dataclass(frozen=True)
class Earlier:
    """The original as it was, and what it was translated into."""

    source: str
    target: str


def earlier(segments: Iterable[StringSegment], locale: Locale) -> dict[int, Earlier]:
    """Return the earlier text and translation by segment id, for segments whose original changed; one query.

    wagtail-localize keeps translations by place and text: those of a text that is no longer there stay. In a
    place of several segments, such as the paragraphs of a text, the likest one is taken, each once.
    """
    segments = list(segments)
    kept = StringTranslation.objects.filter(context_id__in={one.context_id for one in segments}, locale=locale)
    translations = list(kept.select_related("translation_of").order_by("-updated_at"))
    left = _no_longer_there(translations, segments)
    done = {(one.context_id, one.translation_of_id) for one in translations}
    found: dict[int, Earlier] = {}
    for segment in segments:
        if (segment.context_id, segment.string_id) not in done:
            likest = _likest(segment, left[segment.context_id])
            if likest is not None:
                left[segment.context_id].remove(likest)
                found[segment.pk] = Earlier(likest.translation_of.data, likest.data)
    return found


def _no_longer_there(
    translations: list[StringTranslation], segments: list[StringSegment]
) -> dict[int, list[StringTranslation]]:
    """Return the translations of what the original no longer says, by their place."""
    present = {(one.context_id, one.string_id) for one in segments}
    left: dict[int, list[StringTranslation]] = defaultdict(list)
    for one in translations:
        if one.context_id is not None and (one.context_id, one.translation_of_id) not in present:
            left[one.context_id].append(one)
    return left


def _likest(segment: StringSegment, candidates: list[StringTranslation]) -> StringTranslation | None:
    likest = max(candidates, key=lambda one: _likeness(one, segment), default=None)
    return likest if likest is not None and _likeness(likest, segment) >= LEAST else None


def _likeness(translation: StringTranslation, segment: StringSegment) -> float:
    return float(fuzz.ratio(folded(translation.translation_of.data), folded(segment.string.data)))
