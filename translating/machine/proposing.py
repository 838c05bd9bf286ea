"""Turning what a service answers into proposals, a batch at a time."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from translating.machine.models import Job, Proposal, State
from translating.machine.services import translations
from translating.markup import Misfit, misfit, normal
from translating.placing import NO_WORDS

MOST = 20
LONGEST = 4000
"""Segments, and characters, that go to a service at once."""

Place = tuple[int, int]


def wanted(source_ids: Iterable[int], locale: Locale, job: Job | None = None) -> QuerySet:
    """Return the segments of sources to propose something for: not translated, nor proposed or rejected before.

    What could not be used is asked for again, but not in the same job.
    """
    here: dict[str, Any] = {"context": OuterRef("context"), "locale": locale}
    translated = StringTranslation.objects.filter(translation_of=OuterRef("string"), **here)
    proposals = Proposal.objects.filter(string=OuterRef("string"), **here)
    settled = proposals.exclude(state=State.REFUSED)
    segments = StringSegment.objects.filter(source__in=source_ids).exclude(context__path__in=NO_WORDS)
    segments = segments.filter(~Exists(translated), ~Exists(settled))
    return segments.filter(~Exists(proposals.filter(job=job))) if job else segments


def propose_some(translator: Any, translation: Translation, job: Job) -> tuple[int, int] | None:
    """Ask for the next segments of a translation; return how many proposals were made and refused.

    None when nothing is left to ask for; raises Failed.
    """
    segments = wanted([translation.source_id], translation.target_locale, job)
    batch = list(_batch(segments.select_related("string").order_by("order", "pk")[: MOST * 2]))
    if not batch:
        return None
    texts = list(dict.fromkeys(one.string.data for one in batch))
    said = translations(translator, translation.source.locale, translation.target_locale, texts)
    places = {(one.string_id, one.context_id): one.string.data for one in batch}
    proposals = [
        _proposal(place, text, said.get(text), locale=translation.target_locale, job=job)
        for place, text in places.items()
    ]
    _write(proposals)
    refused = sum(one.state == State.REFUSED for one in proposals)
    return len(batch) - refused, refused


def _batch(segments: Iterable[StringSegment]) -> Iterator[StringSegment]:
    """Yield segments up to the number and length that go at once; one however long it is."""
    length = 0
    for number, segment in enumerate(segments):
        length += len(segment.string.data)
        if number and (number == MOST or length > LONGEST):
            return
        yield segment


def _proposal(place: Place, text: str, said: str | None, **facts: Any) -> Proposal:
    wrong = Misfit.MISSING if said is None else misfit(text, said)
    return Proposal(
        string_id=place[0],
        context_id=place[1],
        text=normal(said) if said is not None and wrong is None else "",
        service=facts["job"].service,
        state=State.REFUSED if wrong else State.OPEN,
        misfit=wrong or "",
        **facts,
    )


def _write(proposals: list[Proposal]) -> None:
    """Keep the proposals in place of earlier ones that could not be used."""
    Proposal.objects.bulk_create(
        proposals,
        update_conflicts=True,
        unique_fields=["string", "context", "locale"],
        update_fields=["text", "service", "job", "made_at", "state", "misfit", "decided_by", "decided_at"],
    )
