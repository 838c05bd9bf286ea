"""The passages of originals: how many there are, which are translated, and how much is still to do."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db.models import Max
from wagtail_localize.models import String, StringSegment, StringTranslation, TranslationLog
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from translating.board.counting import amount
from translating.board.originals import Original
from translating.placing import NO_WORDS

Place = tuple[int, int]
"""A context and a string of wagtail-localize: what is translated by itself."""

NOTHING = (None, True)
"""What is known of a passage without a translation: no moments, and as good as wrong."""


@dataclass
class Progress:
    """How far an original is in one language."""

    segments: int = 0
    translated: int = 0
    changed: int = 0
    """Passages to do in whose place something else was translated before."""
    to_do: int = 0
    begun_at: datetime.datetime | None = None
    worked_at: datetime.datetime | None = None


@dataclass(frozen=True)
class _Passage:
    place: Place
    size: int


class Passages:
    """The passages of some originals; a handful of queries, however many there are."""

    def __init__(self, originals: Collection[Original]) -> None:
        sources = {one.source.pk for one in originals if one.source is not None}
        self._passages = _taken_over(sources)
        self._words = _translations({one.key for one in originals})
        self._sizes = _sizes([one for one in originals if one.source is None])
        logs = TranslationLog.objects.filter(source_id__in=sources).values("source_id", "locale_id")
        self._written = {
            (row["source_id"], row["locale_id"]): row["at"]
            for row in logs.annotate(at=Max("created_at")).order_by()
        }

    def written_at(self, original: Original, locale_id: int) -> datetime.datetime | None:
        """Return when the translation was put into the version last."""
        return self._written.get((original.source.pk, locale_id)) if original.source is not None else None

    def progress(self, original: Original, locale_id: int) -> Progress:
        """Return how far an original is in a language."""
        if original.source is None:
            segments, size = self._sizes.get(original.key, (0, 0))
            return Progress(segments, to_do=size)
        passages = self._passages.get(original.source.pk, [])
        words = self._words.get((original.key, locale_id), {})
        waiting = [one for one in passages if words.get(one.place, NOTHING)[1]]
        moments = [moments for moments, _has_error in words.values()]
        return Progress(
            segments=len(passages),
            translated=len(passages) - len(waiting),
            changed=_changed(waiting, passages, words),
            to_do=sum(one.size for one in waiting),
            begun_at=min((begun for begun, _at in moments), default=None),
            worked_at=max((at for _begun, at in moments), default=None),
        )


def _changed(waiting: list[_Passage], passages: list[_Passage], words: Iterable[Place]) -> int:
    """Return how many passages that wait stand where something was translated that is no longer there."""
    there = {one.place for one in passages}
    left = Counter(context for context, string in words if (context, string) not in there)
    wanted = Counter(one.place[0] for one in waiting)
    return (left & wanted).total()


def _taken_over(sources: Collection[int]) -> dict[int, list[_Passage]]:
    segments = StringSegment.objects.filter(source_id__in=sources)
    rows = list(segments.values_list("source_id", "context_id", "string_id", "context__path"))
    strings = String.objects.filter(pk__in={string for _source, _context, string, _path in rows})
    sizes = {pk: amount(data) for pk, data in strings.values_list("pk", "data")}
    found: dict[int, list[_Passage]] = defaultdict(list)
    for source, context, string, path in rows:
        found[source].append(_Passage((context, string), 0 if path in NO_WORDS else sizes[string]))
    return found


def _translations(keys: Collection[UUID]) -> dict[tuple[UUID, int], dict[Place, tuple[Any, bool]]]:
    """Return what was translated, by key and language: when first and last, and whether it is wrong."""
    found: dict[tuple[UUID, int], dict[Place, tuple[Any, bool]]] = defaultdict(dict)
    rows = StringTranslation.objects.filter(context__object_id__in=keys).values_list(
        "context__object_id",
        "locale_id",
        "context_id",
        "translation_of_id",
        "created_at",
        "updated_at",
        "has_error",
    )
    for key, locale, context, string, begun_at, at, has_error in rows:
        found[key, locale][context, string] = (begun_at, at), has_error
    return found


def _sizes(originals: Iterable[Original]) -> dict[UUID, tuple[int, int]]:
    """Return the passages and their size of what was never given to be translated; a query for each type."""
    by_type: dict[int, list[Any]] = defaultdict(list)
    for one in originals:
        by_type[one.version.content_type_id].append(one.version.pk)
    return {
        instance.translation_key: _size(instance)
        for kind, keys in by_type.items()
        for instance in _instances(kind, keys)
    }


def _instances(kind: int, keys: list[Any]) -> Iterable[Any]:
    model: Any = ContentType.objects.get_for_id(kind).model_class()
    return model._default_manager.filter(pk__in=keys) if model is not None else ()


def _size(instance: Any) -> tuple[int, int]:
    texts = [one for one in extract_segments(instance) if isinstance(one, StringSegmentValue)]
    words = (amount(one.string.data) for one in texts if one.path not in NO_WORDS)
    return len(texts), sum(words)
