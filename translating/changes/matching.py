"""Which old sentences became which new ones: changed where they stood, moved, split in two, or joined."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import ScoreAlignment

LEAST = 40
"""Percent of likeness below which another sentence stands in a place now, not the same one changed."""
LEAST_ELSEWHERE = 60
"""Percent of likeness that a sentence of another place must have."""
WITHIN = 90
"""Percent of a shorter sentence that must be found in a longer one for it to be a part of that."""
SHORTEST = 4
"""Signs below which a text stands in a longer one by chance."""


@dataclass(frozen=True)
class Sentence:
    """What was or is said in a place, in the form in which texts are compared."""

    words: str
    place: int


def predecessors(now: Sequence[Sentence], before: Sequence[Sentence]) -> dict[int, list[int]]:
    """Return for the numbers of new sentences those of the old ones that they came from, in reading order.

    An old sentence that changed is taken once, by the likest; one that was split, by each of its parts.
    """
    found = {number: parts for number, one in enumerate(now) if len(parts := _joined(one, before)) > 1}
    taken = {old for parts in found.values() for old in parts}
    for number, old in _likest_first(now, before):
        if number not in found and old not in taken:
            found[number] = [old]
            taken.add(old)
    for number, one in enumerate(now):
        if number not in found and (whole := _split(one, before)) is not None:
            found[number] = [whole]
    return found


def _likest_first(now: Sequence[Sentence], before: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Return all pairs that are like enough; of equal ones that of the same place, then the latest, first."""
    pairs = []
    for number, one in enumerate(now):
        for old, was in enumerate(before):
            is_here = was.place == one.place
            least = LEAST if is_here else LEAST_ELSEWHERE
            likeness = fuzz.ratio(one.words, was.words, score_cutoff=least)
            if likeness:
                pairs.append((-likeness, not is_here, old, number))
    return [(number, old) for _likeness, _elsewhere, old, number in sorted(pairs)]


def _joined(one: Sentence, before: Sequence[Sentence]) -> list[int]:
    """Return the old sentences that stand in this one beside each other."""
    parts: list[tuple[int, int, int]] = []
    for old, was in sorted(enumerate(before), key=lambda pair: -len(pair[1].words)):
        at = _within(was.words, one.words)
        if at and all(at.dest_end <= start or at.dest_start >= end for start, end, _old in parts):
            parts.append((at.dest_start, at.dest_end, old))
    return [old for _start, _end, old in sorted(parts)]


def _split(one: Sentence, before: Sequence[Sentence]) -> int | None:
    """Return the old sentence of which this one is a part."""
    found = {old: at for old, was in enumerate(before) if (at := _within(one.words, was.words))}
    return max(found, key=lambda old: (before[old].place == one.place, found[old].score, -old), default=None)


def _within(part: str, whole: str) -> ScoreAlignment | None:
    """Return where a part stands in a longer text, None when it does not."""
    if not SHORTEST <= len(part) < len(whole):
        return None
    # Looking for the place is slow; what shares too few signs is told apart first.
    possible = 200 * len(part) / (len(part) + len(whole))
    if not fuzz.ratio(part, whole, score_cutoff=possible * WITHIN / 100 - 1):
        return None
    return fuzz.partial_ratio_alignment(part, whole, score_cutoff=WITHIN)
