"""What was said, and how it was translated, before the original changed."""

from collections.abc import Iterable
from dataclasses import dataclass

from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation

from translating.changes.matching import Sentence, predecessors
from translating.plain import folded

WITHOUT_SPACES = ("zh", "ja", "th")
"""Languages that put nothing between two sentences."""


@dataclass(frozen=True)
class Earlier:
    """The original as it was, and what it was translated into."""

    source: str
    target: str


def earlier(segments: Iterable[StringSegment], locale: Locale) -> dict[int, Earlier]:
    """Return the earlier text and translation by segment id, for segments whose original changed; one query.

    The segments have their `context` and `string`. wagtail-localize keeps translations by place and text: those
    of a text that is no longer on the page stay.
    """
    segments = list(segments)
    pages = {one.context.object_id for one in segments}
    kept = StringTranslation.objects.filter(context__object_id__in=pages, locale=locale)
    translations = list(kept.select_related("translation_of__locale").order_by("-updated_at"))
    done = {(one.context_id, one.translation_of_id) for one in translations}
    changed = [one for one in segments if (one.context_id, one.string_id) not in done]
    said = {one.string_id for one in segments}
    gone = [one for one in translations if one.translation_of_id not in said]
    now = [Sentence(folded(one.string.data), one.context_id) for one in changed]
    before = [Sentence(folded(one.translation_of.data), one.context_id or 0) for one in gone]
    return {
        changed[number].pk: _together([gone[old] for old in parts], locale)
        for number, parts in predecessors(now, before).items()
    }


def _together(parts: list[StringTranslation], locale: Locale) -> Earlier:
    """Return one or several sentences as one."""
    between = _between(parts[0].translation_of.locale.language_code), _between(locale.language_code)
    sources, targets = [one.translation_of.data for one in parts], [one.data for one in parts]
    return Earlier(between[0].join(sources), between[1].join(targets))


def _between(language: str) -> str:
    return "" if language.split("-")[0] in WITHOUT_SPACES else " "
