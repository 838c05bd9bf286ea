"""The pieces into which texts are cut for translators: which of them hold a passage, and taking it out."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import Max
from wagtail_localize.models import (
    OverridableSegment,
    RelatedObjectSegment,
    String,
    StringSegment,
    StringTranslation,
    Template,
    TemplateSegment,
    TranslationSource,
)

from removals.takedowns.cutting import UNREAD, Cutter, squeezed
from removals.takedowns.keeping import Keeping
from removals.takedowns.spreading import occurrences
from translating.files.models import Delivery
from translating.filling.pausing import paused
from translating.machine.models import Proposal
from translating.memory.models import Entry

SEGMENTS: tuple[Any, ...] = (StringSegment, TemplateSegment, RelatedObjectSegment, OverridableSegment)


@dataclass(frozen=True)
class Hit:
    """A segment that holds the passage, or a part of it, in one of the languages."""

    string_id: int
    context_id: int
    texts: Mapping[str, str]
    """What it says, by language code."""

    def text_in(self, language_code: str) -> str:
        """Return what it says in a language; empty where it was not translated."""
        return self.texts.get(language_code, "")


def hits_of(source: TranslationSource, texts: Mapping[str, list[str]]) -> list[Hit]:
    """Return the segments of a page that hold what goes; a passage may go through several of a field."""
    segments = StringSegment.objects.filter(source=source).select_related("string", "context")
    read = [one for one in segments.order_by("order", "pk") if _names(one)[-1] not in UNREAD]
    found: dict[int, Hit] = {}
    for _, of_field in groupby(read, lambda one: _names(one)[0]):
        blocks = [[_hit(source, one) for one in block] for _, block in groupby(of_field, _block)]
        for code, wanted in texts.items():
            for text in wanted:
                found |= {hit.string_id: hit for hit in _holding(blocks, code, squeezed(text))}
    return list(found.values())


def _names(segment: StringSegment) -> list[str]:
    return str(segment.context.path).split(".")


def _block(segment: StringSegment) -> list[str]:
    return _names(segment)[:2]


def cut_segments(
    source: TranslationSource, hits: list[Hit], cutter_in: Callable[[str], Cutter], notes: Keeping
) -> None:
    """Make the segments of a page anew from what is left, and cut the passage out of their translations."""
    newest = {model: model.objects.aggregate(Max("pk"))["pk__max"] or 0 for model in (String, Template)}
    for model in SEGMENTS:
        notes.watch(model.objects.filter(source=source))
    source.refresh_from_db()
    source.refresh_segments()
    for model in SEGMENTS:
        for segment in model.objects.filter(source=source):
            notes.added(segment)
    for model, last in newest.items():
        for made in model.objects.filter(pk__gt=last):
            notes.added(made)
    notes.remove(Delivery.objects.of_sources([source]))
    for hit in hits:
        notes.remove(Proposal.objects.filter(string=hit.string_id, context=hit.context_id))
        with paused():
            _cut_translations(source, hit, cutter_in, notes)
    code = source.locale.language_code
    left_over = String.objects.filter(pk__in=_left_over(source, hits, cutter_in(code)))
    said = [*(hit.text_in(code) for hit in hits), *left_over.values_list("data", flat=True)]
    notes.remove(Entry.objects.of_segments(said))
    notes.remove(left_over)


def _left_over(source: TranslationSource, hits: list[Hit], cutter: Cutter) -> list[int]:
    """Return the strings with the passage, or a part of it, that no page has any more.

    Those of earlier versions are kept too.
    """
    unused = String.objects.filter(locale=source.locale, segments=None).values_list("pk", "data")
    parts = {hit.string_id for hit in hits}
    return [pk for pk, data in unused.iterator() if pk in parts or cutter.out_of_text(data) != data]


def _cut_translations(
    source: TranslationSource, hit: Hit, cutter_in: Callable[[str], Cutter], notes: Keeping
) -> None:
    """Let what is left of a segment keep its translation, as far as that is left."""
    code = source.locale.language_code
    left = cutter_in(code).out_of_text(hit.text_in(code))
    string = String.objects.filter(segments__source=source, segments__context=hit.context_id, data=left).first()
    translations = StringTranslation.objects.filter(
        translation_of=hit.string_id, context=hit.context_id
    ).select_related("locale")
    for translation in translations:
        cut = cutter_in(translation.locale.language_code).out_of_text(translation.data)
        kept = {
            name: getattr(translation, name)
            for name in ("translation_type", "tool_name", "last_translated_by", "locale", "context")
        }
        notes.remove(StringTranslation.objects.filter(pk=translation.pk))
        if string is not None:
            notes.added(StringTranslation.objects.create(translation_of=string, data=cut, **kept))


def _hit(source: TranslationSource, segment: StringSegment) -> Hit:
    translations = StringTranslation.objects.filter(
        translation_of=segment.string_id, context=segment.context_id
    ).select_related("locale")
    texts = {one.locale.language_code: one.data for one in translations}
    return Hit(
        segment.string_id, segment.context_id, texts | {source.locale.language_code: segment.string.data}
    )


def _holding(blocks: list[list[Hit]], language_code: str, wanted: str) -> Iterator[Hit]:
    """Yield the segments of one field through which the passage goes, wherever it stands there."""
    said = [[squeezed(hit.text_in(language_code)) for hit in block] for block in blocks]
    for parts in occurrences(said, wanted):
        yield from (blocks[part.block][part.text] for part in parts)
