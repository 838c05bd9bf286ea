"""Gathering what goes into a file: the segments of translations with all that helps with them."""

import datetime
from collections.abc import Iterable
from functools import cache

from django.utils import timezone
from wagtail_localize.models import StringSegment, Translation

from designcity.languages import html_lang
from translating.files import codes
from translating.files.places import place_of
from translating.files.sheets import Sheet, Unit, key_of
from translating.glossary.finding import Glossary
from translating.placing import NO_WORDS


def sheets_of(translations: Iterable[Translation], only_open: bool = False) -> list[Sheet]:
    """Return a sheet for each translation, in the same order; those without segments are left out.

    An address is no sentence to translate: it follows the title, and is changed in the editor.
    `only_open`: only segments that have no translation yet.
    """
    glossary_of = cache(Glossary)
    found = [_sheet(one, glossary_of(one.target_locale), only_open) for one in translations]
    return [sheet for sheet in found if sheet.units]


def _sheet(translation: Translation, glossary: Glossary, only_open: bool) -> Sheet:
    source = translation.source
    segments = source.stringsegment_set.exclude(context__path__in=NO_WORDS)
    segments = segments.order_by("order").select_related("string", "context")
    model = source.specific_content_type.model_class()
    units: dict[str, Unit] = {}
    for segment in segments.annotate_translation(translation.target_locale):
        if usable(segment.string.data) and not (only_open and segment.translation):
            unit = _unit(segment, model, glossary)
            units.setdefault(unit.key, unit)
    return Sheet(
        key=str(translation.uuid),
        source_language=html_lang(source.locale.language_code),
        target_language=html_lang(translation.target_locale.language_code),
        title=source.object_repr,
        units=list(units.values()),
        made_at=timezone.now().astimezone(datetime.UTC).isoformat(),
    )


def _unit(segment: StringSegment, model: type, glossary: Glossary) -> Unit:
    path, words = segment.context.path, segment.string.data
    place = place_of(model, segment.context.field_path)
    terms = [f"{one.term.term} → {one.approved}" for one in glossary.within(words)]
    return Unit(
        key=key_of(path, words),
        source=words,
        target=usable(segment.translation or ""),
        path=path,
        notes=[note for note in (place.label, "; ".join(terms)) if note],
        most=place.most,
    )


def usable(html: str) -> str:
    """Return a translation as files hold it; nothing for one whose mark-up is broken."""
    try:
        return codes.html(codes.pieces(html))
    except codes.BrokenMarkup:
        return ""
