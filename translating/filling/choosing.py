"""Which translation of the memory stands for a segment, when its words were translated before."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation

from translating.filling.marks import MEMORY
from translating.glossary.finding import Glossary
from translating.markup import is_whole, tags
from translating.memory.models import Entry, digest
from translating.plain import plain

Uses = dict[tuple[int, str], set[Any]]
"""Where words stand for a string: the objects and the fields, by the string's id and the words."""


def chosen(segments: Sequence[StringSegment], locale: Locale) -> dict[int, Entry]:
    """Return an entry of the memory for each segment that has one, by segment id; five queries in all.

    The same page goes first, then the same field of other pages, then what was used last. The memory holds
    what people have written or confirmed, and nothing that was taken down.
    """
    candidates = _candidates(segments, locale)
    glossary = Glossary(locale)
    at = _uses(segments, locale) if candidates else {}
    found: dict[int, Entry] = {}
    for segment in segments:
        fitting = [
            one for one in candidates.get(digest(segment.string.data), ()) if _fits(one, segment, glossary)
        ]
        if fitting:
            found[segment.pk] = max(fitting, key=lambda one: _rank(one, segment, at))
    return found


def _candidates(segments: Iterable[StringSegment], locale: Locale) -> dict[str, list[Entry]]:
    """Return the entries with the same words, whatever their case and mark-up, by the words' digest."""
    segments = list(segments)
    result: dict[str, list[Entry]] = defaultdict(list)
    if segments:
        between = Entry.objects.between(segments[0].string.locale.language_code, locale.language_code)
        for entry in between.of_segments([one.string.data for one in segments]):
            result[entry.source_digest].append(entry)
    return result


def _fits(entry: Entry, segment: StringSegment, glossary: Glossary) -> bool:
    """Whether the words are exactly the same, and nothing stands in the way of their translation."""
    text = segment.string.data
    is_same = entry.source == text
    if not is_same and (plain(entry.source) != plain(text) or tags(entry.target) != tags(text)):
        return False
    return is_whole(text, entry.target) and not any(
        breach.wrong for breach in glossary.breaches(text, entry.target)
    )


def _rank(entry: Entry, segment: StringSegment, at: Uses) -> tuple[bool, bool, Any, int]:
    places = at.get((segment.string_id, entry.target), set())
    field = segment.context.field_path
    return segment.context.object_id in places, bool(field) and field in places, entry.used_at, entry.pk


def _uses(segments: Iterable[StringSegment], locale: Locale) -> Uses:
    """Return where the same strings are translated: on the same pages, and in the same fields of others."""
    strings = {one.string_id for one in segments}
    used = StringTranslation.objects.filter(translation_of_id__in=strings, locale=locale, has_error=False)
    used = used.exclude(tool_name=MEMORY)
    same_page = used.filter(context__object_id__in={one.context.object_id for one in segments})
    same_field = used.filter(context__field_path__in={one.context.field_path for one in segments})
    found: Uses = defaultdict(set)
    for queryset, name in ((same_page, "context__object_id"), (same_field, "context__field_path")):
        for string_id, words, place in queryset.values_list("translation_of_id", "data", name).distinct():
            found[string_id, words].add(place)
    return found
