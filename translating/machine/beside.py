"""What is known beside the segments: what the memory filled in, and what the machine proposes."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localtime
from wagtail.admin.utils import get_user_display_name
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from translating.filling import marks
from translating.machine.models import Job, Proposal, State
from translating.memory.models import Entry

AT_ONCE = 50
SHOWN = (State.OPEN, State.REJECTED, State.REFUSED)
NEWS = datetime.timedelta(days=1)
"""For so long a failure is told in the editor."""

Place = tuple[int, int]


def known(translation: Translation) -> dict[str, Any]:
    """Return marks and proposals by the segments' ids, and the job under way; the queries are bounded."""
    segments = list(translation.source.stringsegment_set.values_list("pk", "string_id", "context_id"))
    filled, proposed = _filled(translation), _proposed(translation)
    return {
        "segments": {
            pk: {"filled": filled.get((string, context)), "proposal": proposed.get((string, context))}
            for pk, string, context in segments
            if (string, context) in filled or (string, context) in proposed
        },
        "job": _job(translation),
    }


def confirm(translation: Translation, segment: StringSegment, user: Any) -> bool:
    """Take the mark of a segment away; False when it is gone already."""
    one = marks.marked(translation).filter(translation_of=segment.string_id, context=segment.context_id).first()
    if one is not None:
        marks.confirm(one, user)
    return one is not None


def proposal_for(translation: Translation, segment: StringSegment) -> Proposal | None:
    """Return the proposal for a segment."""
    here = Proposal.objects.filter(string=segment.string_id, context=segment.context_id)
    return here.filter(locale=translation.target_locale_id).first()


def to_read(translation: Translation) -> QuerySet:
    """Return the proposals that wait to be read, in the order of the page."""
    segments = StringSegment.objects.filter(
        source=translation.source_id, string=OuterRef("string"), context=OuterRef("context")
    )
    found = Proposal.objects.waiting(translation).select_related("string", "context")
    return found.annotate(at=Subquery(segments.order_by("order").values("order")[:1])).order_by("at", "pk")


def ticked(translation: Translation, keys: Iterable[str]) -> list[Proposal]:
    """Return the proposals that were ticked; each key is `id:digest`, so other words than were read stay."""
    digests = dict(key.split(":", 1) for key in keys if ":" in key)
    found = to_read(translation).filter(pk__in=[pk for pk in digests if pk.isdigit()])
    return [one for one in found if one.digest == digests[str(one.pk)]]


def _filled(translation: Translation) -> dict[Place, dict[str, str]]:
    found = list(marks.marked(translation).select_related("translation_of"))
    languages = translation.source.locale.language_code, translation.target_locale.language_code
    origins = marks.origins(found, *languages)
    return {(one.translation_of_id, one.context_id): _mark(one, origins.get(one.pk)) for one in found}


def _mark(one: StringTranslation, entry: Entry | None) -> dict[str, str]:
    by = get_user_display_name(entry.by) if entry and entry.by else ""
    when = date_format(localtime(entry.used_at).date(), "SHORT_DATE_FORMAT") if entry else ""
    facts = [entry.origin if entry else "", by, when]
    return {"from": " · ".join(fact for fact in facts if fact), "text": one.data}


def _proposed(translation: Translation) -> dict[Place, dict[str, str]]:
    found = Proposal.objects.untranslated(translation).filter(state__in=SHOWN)
    return {
        (one.string_id, one.context_id): {
            "state": one.state,
            "text": one.text,
            "service": one.service,
            "reason": one.reason,
        }
        for one in found
    }


def _job(translation: Translation) -> dict[str, Any] | None:
    job = Job.objects.of(translation).first()
    if job is None:
        return None
    is_news = job.beat_at > timezone.now() - NEWS
    return {
        "active": job.is_in_progress,
        "done": job.done,
        "segments": job.segments,
        "trouble": job.answer if is_news else "",
    }
