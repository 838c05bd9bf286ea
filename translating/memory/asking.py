"""Asking the memory: what was this, or something similar, translated into before."""

import datetime
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection
from rapidfuzz import fuzz
from wagtail.admin.utils import get_user_display_name

from translating.memory.grams import asked
from translating.memory.models import Entry, digest
from translating.plain import folded

LEAST = 70
"""Percent of likeness below which a translation helps less than it disturbs."""
MOST = 3
CANDIDATES = 40

# For every segment, by its number: the entries that share the most grams with it. The sorting sees at most
# a few hundred entries, because three characters in a row are rare.
SIMILAR = """
    SELECT asked.number, found.id
    FROM (
        SELECT number, ARRAY(SELECT jsonb_array_elements_text(piece)) AS grams
        FROM jsonb_array_elements(%s::jsonb) WITH ORDINALITY AS pieces(piece, number)
    ) AS asked
    CROSS JOIN LATERAL (
        SELECT entry.id
        FROM translating_entry AS entry
        WHERE entry.source_language = %s AND entry.target_language = %s
          AND entry.grams && asked.grams::varchar[]
        ORDER BY cardinality(ARRAY(SELECT unnest(entry.grams) INTERSECT SELECT unnest(asked.grams))) DESC,
                 entry.used_at DESC
        LIMIT %s
    ) AS found
"""


@dataclass(frozen=True)
class Offer:
    """A translation from the memory, and how like its original is to the segment, in percent."""

    likeness: int
    source: str
    target: str
    origin: str
    by: str
    used_at: datetime.datetime

    @property
    def is_exact(self) -> bool:
        """Whether the segment said the same, word for word."""
        return self.likeness == 100


def offers(segments: list[str], source: str, target: str) -> list[list[Offer]]:
    """Return for each segment at most three offers, the likest first; two queries whatever is asked."""
    entries = _candidates(segments, source, target)
    return [_best(segment, entries[number]) for number, segment in enumerate(segments)]


def _candidates(segments: list[str], source: str, target: str) -> dict[int, list[Entry]]:
    """Return the entries worth comparing, by the number of the segment."""
    numbers: dict[int, set[int]] = defaultdict(set)
    for number, key in _similar(segments, source, target):
        numbers[key].add(number)
    places: dict[str, list[int]] = defaultdict(list)
    for number, segment in enumerate(segments):
        places[digest(segment)].append(number)
    between = Entry.objects.between(source, target)
    found = between.filter(pk__in=numbers) | between.filter(source_digest__in=places)
    result: dict[int, list[Entry]] = defaultdict(list)
    for entry in found.select_related("by"):
        for number in numbers[entry.pk] | set(places[entry.source_digest]):
            result[number].append(entry)
    return result


def _similar(segments: list[str], source: str, target: str) -> list[tuple[int, int]]:
    pieces = json.dumps([asked(segment) for segment in segments], ensure_ascii=False).replace("\\u0000", "")
    with connection.cursor() as cursor:
        cursor.execute(SIMILAR, [pieces, source, target, CANDIDATES])
        return [(number - 1, key) for number, key in cursor.fetchall()]


def _best(segment: str, entries: Iterable[Entry]) -> list[Offer]:
    said = folded(segment)
    compared = [(_likeness(said, entry), entry.used_at, entry) for entry in entries]
    likest = sorted((one for one in compared if one[0] >= LEAST), key=lambda one: one[:2], reverse=True)
    once: dict[str, Offer] = {}
    for likeness, _at, entry in likest:
        once.setdefault(entry.target, _offer(likeness, entry))
    return list(once.values())[:MOST]


def _likeness(said: str, entry: Entry) -> int:
    other = folded(entry.source)
    return 100 if other == said else min(99, round(fuzz.ratio(said, other)))


def _offer(likeness: int, entry: Entry) -> Offer:
    by = get_user_display_name(entry.by) if entry.by else ""
    return Offer(likeness, entry.source, entry.target, entry.origin, by, entry.used_at)
