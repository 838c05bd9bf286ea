"""Writing translations of many segments at once, only where there are none."""

from collections.abc import Iterable

from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation

NO_WORDS = ("slug",)
"""Paths of segments that are addresses, not words: each is its own."""


def lacking(segments: Iterable[StringSegment], locale: Locale) -> list[StringSegment]:
    """Return the segments without a translation, however bad; each place once. One query."""
    places = {_place(one): one for one in segments if one.context.path not in NO_WORDS}
    strings, contexts = {place[0] for place in places}, {place[1] for place in places}
    there = StringTranslation.objects.filter(
        translation_of_id__in=strings, context_id__in=contexts, locale=locale
    ).values_list("translation_of_id", "context_id")
    taken = set(there)
    return [segment for place, segment in places.items() if place not in taken]


def place(rows: list[StringTranslation]) -> list[StringTranslation]:
    """Write translations and return those that are in use now: whoever was quicker keeps their words.

    No signal is sent; the heading in the editors' lists follows, as wagtail-localize lets it.
    """
    if not rows:
        return []
    StringTranslation.objects.bulk_create(rows, ignore_conflicts=True, batch_size=500)
    written = {(one.translation_of_id, one.context_id): one for one in rows}
    found = StringTranslation.objects.filter(
        translation_of_id__in={key[0] for key in written},
        context_id__in={key[1] for key in written},
        locale_id=rows[0].locale_id,
    )
    placed = [one for one in found.select_related("context") if _is_of(one, written)]
    for one in placed:
        if one.context.path == "title":
            page = Page.objects.filter(translation_key=one.context.object_id, locale_id=one.locale_id)
            page.update(draft_title=one.data)
    return placed


def _is_of(one: StringTranslation, written: dict[tuple[int, int], StringTranslation]) -> bool:
    row = written.get((one.translation_of_id, one.context_id))
    return row is not None and (one.data, one.tool_name) == (row.data, row.tool_name)


def _place(segment: StringSegment) -> tuple[int, int]:
    return segment.string_id, segment.context_id
