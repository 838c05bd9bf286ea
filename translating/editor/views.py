"""What is known of the segments of a translation, for the script that shows it beside them."""

from typing import Any

from django.http import HttpRequest, JsonResponse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET
from wagtail_localize.models import Translation

from translating.access import translation_for
from translating.changes.differences import difference
from translating.changes.earlier import Earlier, earlier
from translating.glossary.finding import Glossary
from translating.glossary.models import GlossaryTranslation
from translating.memory.asking import Offer, offers
from translating.plain import plain


@never_cache
@require_GET
def beside(request: HttpRequest, translation_id: int) -> JsonResponse:
    """Return by segment id: what it was before, offers of the memory, terms with their translations."""
    return JsonResponse({"segments": _segments(translation_for(request.user, translation_id))})


def _segments(translation: Translation) -> dict[int, dict[str, Any]]:
    found = translation.source.stringsegment_set.exclude(context__path="slug").order_by("order")
    found = found.annotate_translation(translation.target_locale, include_errors=True)
    segments = list(found.select_related("string", "context"))
    texts = [segment.string.data for segment in segments]
    languages = translation.source.locale.language_code, translation.target_locale.language_code
    before = earlier(segments, translation.target_locale)
    glossary = Glossary(translation.target_locale)
    return {
        segment.pk: {
            "earlier": _earlier(before[segment.pk], segment.string.data) if segment.pk in before else None,
            "offers": [_offer(one) for one in offered if one.target not in _seen(segment, before)],
            "terms": [_term(one) for one in glossary.within(segment.string.data)],
        }
        for segment, offered in zip(segments, offers(texts, *languages), strict=True)
    }


def _seen(segment: Any, before: dict[int, Earlier]) -> set[str | None]:
    """Return the translations that stand beside the segment already: its own, and that from before."""
    return {segment.translation, before[segment.pk].target if segment.pk in before else None}


def _earlier(was: Earlier, now: str) -> dict[str, Any]:
    stretches = difference(plain(was.source), plain(now))
    return {"difference": [[one.kind, one.text] for one in stretches], "text": was.target}


def _term(found: GlossaryTranslation) -> dict[str, Any]:
    return {
        "term": found.term.term,
        "approved": found.forms,
        "forbidden": found.forbidden_forms,
        "note": found.term.note,
    }


def _offer(offer: Offer) -> dict[str, Any]:
    facts = [offer.origin, offer.by, date_format(localtime(offer.used_at).date(), "SHORT_DATE_FORMAT")]
    return {
        "likeness": offer.likeness,
        "source": "" if offer.is_exact else plain(offer.source),
        "text": offer.target,
        "from": " · ".join(fact for fact in facts if fact),
    }
