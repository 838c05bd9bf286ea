"""What a file would do: segment by segment, whether it fits, and if not, why."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from uuid import UUID

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.strings import StringValue

from designcity.languages import language_name
from translating.files import codes
from translating.files.gathering import usable
from translating.files.permissions import targets
from translating.files.places import place_of
from translating.files.sheets import Sheet, Unit, key_of
from translating.glossary.finding import Glossary
from translating.language_codes import normal
from translating.xml import said

LONGEST = 20_000
"""Characters of any segment; longer ones are no sentences."""


class Verdict(TextChoices):
    """What becomes of a segment of a file."""

    REFUSED = "refused", pgettext_lazy("a sentence of a file", "Refused")
    REPLACES = "replaces", gettext_lazy("Replaces the translation here")
    NEW = "new", pgettext_lazy("a sentence of a file", "New")
    SAME = "same", gettext_lazy("As it is here")
    OPEN = "open", gettext_lazy("Not translated in the file")


WRITTEN = (Verdict.NEW, Verdict.REPLACES)


@dataclass
class Judged:
    """A segment of a file, and what becomes of it."""

    unit: Unit
    verdict: Verdict
    reason: str = ""
    target: str = ""
    """What would be written."""
    now: str = ""
    """What stands here now."""
    warnings: list[str] = field(default_factory=list)
    segment: StringSegment | None = None


@dataclass
class JudgedSheet:
    """A page of a file, and what becomes of its segments."""

    sheet: Sheet
    translation: Translation | None
    target: Any
    """The translated page or record."""
    units: list[Judged]


def judge(
    sheets: Iterable[Sheet], user: Any, since: datetime.datetime, only: Translation | None = None
) -> list[JudgedSheet]:
    """Say of every segment what becomes of it when `user` takes the file over; a bounded number of queries.

    What was translated here after `since`, when the file came, is not covered by it. `only`: the page from
    whose editor it came; nothing else is taken.
    """
    sheets = list(sheets)
    keys = {key for sheet in sheets if (key := _uuid(sheet.key))}
    found = Translation.objects.filter(uuid__in=keys)
    found = found.select_related("source__locale", "source__specific_content_type", "target_locale")
    translations: dict[UUID | None, Translation] = {one.uuid: one for one in found}
    known = Known(translations.values(), user, since)
    return [_sheet(sheet, translations.get(_uuid(sheet.key)), known, only) for sheet in sheets]


class Known:
    """What is needed to judge: segments, their translations, what the user may edit, the glossaries."""

    def __init__(self, translations: Iterable[Translation], user: Any, since: datetime.datetime) -> None:
        """Look it up for all translations at once."""
        translations = list(translations)
        sources = {one.source_id for one in translations}
        segments = StringSegment.objects.filter(source__in=sources).select_related("string", "context")
        self.user, self.since = user, since
        self.editable = targets(user, translations)
        self.segments: dict[int, dict[str, StringSegment]] = {source: {} for source in sources}
        for segment in segments:
            key = key_of(segment.context.path, segment.string.data)
            self.segments[segment.source_id].setdefault(key, segment)
        now = StringTranslation.objects.filter(
            context__object_id__in={one.source.object_id for one in translations},
            locale__in={one.target_locale_id for one in translations},
        )
        self.now = {(one.locale_id, one.context_id, one.translation_of_id): one for one in now}
        self.glossary_of = cache(Glossary)

    def translation_of(self, segment: StringSegment, locale_id: int) -> StringTranslation | None:
        """Return how a segment is translated now."""
        return self.now.get((locale_id, segment.context_id, segment.string_id))

    def is_newer(self, now: StringTranslation, made_at: datetime.datetime | None) -> bool:
        """Return whether it came after a file was made, and not with a file that the user brought in before."""
        is_own = bool(now.tool_name) and now.last_translated_by_id == self.user.pk
        return made_at is not None and now.updated_at > made_at and not is_own


class _Refused(Exception):
    """A segment that does not fit, and why."""


def _sheet(
    sheet: Sheet, translation: Translation | None, known: Known, only: Translation | None
) -> JudgedSheet:
    target = known.editable.get(translation.pk) if translation else None
    reason = _why_not_at_all(sheet, translation, target, only)
    if reason or translation is None:
        units = [Judged(unit, Verdict.REFUSED, reason) for unit in sheet.units]
        return JudgedSheet(sheet, translation, target, units)
    return JudgedSheet(sheet, translation, target, list(_units(sheet, translation, known)))


def _why_not_at_all(
    sheet: Sheet, translation: Translation | None, target: Any, only: Translation | None
) -> str:
    if translation is None:
        return _("This page is not known here: the file is from another site, or the page was removed.")
    if only is not None and only.pk != translation.pk:
        return _("The file is for another page than the one from which it was uploaded.")
    if not translation.enabled:
        return _("The translation of this page was stopped.")
    if target is None:
        return _("You may not edit this translation.")
    for given, locale in (
        (sheet.source_language, translation.source.locale),
        (sheet.target_language, translation.target_locale),
    ):
        if given and normal(given) != normal(locale.language_code):
            languages = {"given": given, "wanted": language_name(locale.language_code)}
            return _("The file says “%(given)s” where the page is in %(wanted)s.") % languages
    return ""


def _units(sheet: Sheet, translation: Translation, known: Known) -> Iterator[Judged]:
    seen: set[str] = set()
    made_at = sheet.moment
    for unit in sheet.units:
        if unit.key and unit.key in seen:
            yield Judged(unit, Verdict.REFUSED, _("The file has it twice: the first is taken."))
            continue
        seen.add(unit.key)
        try:
            yield _judged(unit, translation, known, made_at)
        except _Refused as refused:
            yield Judged(unit, Verdict.REFUSED, str(refused))


def _judged(unit: Unit, translation: Translation, known: Known, made_at: datetime.datetime | None) -> Judged:
    """Return what becomes of one segment; raises _Refused."""
    segment = _segment(unit, known.segments[translation.source_id])
    now = known.translation_of(segment, translation.target_locale_id)
    words = now.data if now else ""
    target = said(unit.target).strip()
    result = Judged(unit, Verdict.SAME, target=target, now=words, segment=segment)
    if not target:
        if words:
            raise _Refused(_("It is empty in the file: the translation here stays."))
        result.verdict = Verdict.OPEN
    elif now is None or now.has_error or unit.target not in (words, usable(words)):
        _require_the_same_codes(segment.string.data, target)
        _require_room(segment, translation, target)
        if now is not None and now.updated_at > known.since:
            raise _Refused(_("Somebody translated it here after the file was uploaded."))
        result.verdict = Verdict.REPLACES if words else Verdict.NEW
        breaches = known.glossary_of(translation.target_locale).breaches(segment.string.data, target)
        result.warnings = [breach.sentence() for breach in breaches]
        if now is not None and known.is_newer(now, made_at):
            result.warnings.append(_("Translated here after the file was made: see which of both is right."))
    return result


def _segment(unit: Unit, segments: dict[str, StringSegment]) -> StringSegment:
    if unit.problem:
        raise _Refused(unit.problem)
    segment = segments.get(unit.key)
    if segment is None:
        place = unit.key.partition(".")[0]
        if any(key.startswith(f"{place}.") for key in segments):
            raise _Refused(_("The original has changed since the file was made."))
        raise _Refused(_("This sentence does not stand on the page any more."))
    if unit.source != said(usable(segment.string.data)) and unit.source != segment.string.data:
        raise _Refused(_("The original in the file was changed: it is not the sentence that stands here."))
    return segment


def _require_the_same_codes(source: str, target: str) -> None:
    wanted, given = codes.count(codes.pieces(source)), codes.count(codes.pieces(target))
    missing, added = wanted - given, given - wanted
    if missing:
        names = ", ".join(str(code) for code in missing.elements())
        raise _Refused(_("Mark-up of the original is missing: %(codes)s.") % {"codes": names})
    if added:
        names = ", ".join(str(code) for code in added.elements())
        raise _Refused(_("It has mark-up that the original does not have: %(codes)s.") % {"codes": names})


def _require_room(segment: StringSegment, translation: Translation, target: str) -> None:
    model = translation.source.specific_content_type.model_class()
    most = place_of(model, segment.context.field_path).most or LONGEST
    length = len(StringValue(target).render_text())
    if length > most:
        raise _Refused(
            _("It has %(length)s characters; the field holds %(most)s.") % {"length": length, "most": most}
        )


def _uuid(key: str) -> UUID | None:
    try:
        return UUID(key)
    except ValueError:
        return None
