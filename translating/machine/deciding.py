"""What people decide on proposals: only here does a machine's text become a translation."""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver
from django.utils import timezone
from wagtail_localize.models import StringTranslation

from translating.filling.tasks import fill_repeats
from translating.machine.models import Proposal, State
from translating.memory.learning import MEMORY, RELATIONS, entry_of
from translating.memory.writing import write
from translating.placing import place

MACHINE = StringTranslation.TRANSLATION_TYPE_MACHINE


@receiver(post_save, sender=StringTranslation)
def _saved(instance: StringTranslation, update_fields: Any = None, **kwargs: Any) -> None:
    """Settle the proposal for a segment that a person translates: with the machine's words, or with others.

    Words that the person took over as they are keep wagtail-localize's marks of a machine.
    """
    if update_fields is not None and "data" not in update_fields:
        return
    if instance.tool_name == MEMORY:
        return
    proposal = _open_for(instance)
    if proposal is None:
        return
    is_taken = instance.data == proposal.text
    _settle(proposal, State.ACCEPTED if is_taken else State.EDITED, instance.last_translated_by)
    if is_taken:
        instance.translation_type, instance.tool_name = MACHINE, proposal.service
        StringTranslation.objects.filter(pk=instance.pk).update(
            translation_type=MACHINE, tool_name=proposal.service
        )


@transaction.atomic
def accept(proposals: list[Proposal], user: Any) -> int:
    """Make proposals the translations of their segments, where there are none; return how many became it."""
    rows = [
        StringTranslation(
            translation_of_id=one.string_id,
            context_id=one.context_id,
            locale_id=one.locale_id,
            data=one.text,
            translation_type=MACHINE,
            tool_name=one.service,
            last_translated_by=user,
        )
        for one in proposals
    ]
    placed = place(rows)
    taken = {(one.translation_of_id, one.context_id) for one in placed}
    for state, is_taken in ((State.ACCEPTED, True), (State.EDITED, False)):
        keys = [one.pk for one in proposals if ((one.string_id, one.context_id) in taken) == is_taken]
        decided = {"state": state, "decided_by": user, "decided_at": timezone.now()}
        Proposal.objects.filter(pk__in=keys).update(**decided)
    keys = [one.pk for one in placed]
    write(entry_of(one) for one in StringTranslation.objects.filter(pk__in=keys).select_related(*RELATIONS))
    fill_repeats.enqueue(keys)
    return len(placed)


def reject(proposal: Proposal, user: Any) -> None:
    """Take a proposal out of sight; the machine is not asked again for this segment."""
    _settle(proposal, State.REJECTED, user)


def reopen(proposal: Proposal) -> None:
    """Bring back a proposal that was rejected."""
    Proposal.objects.filter(pk=proposal.pk, state=State.REJECTED).update(
        state=State.OPEN, decided_by=None, decided_at=None
    )


def _open_for(translation: StringTranslation) -> Proposal | None:
    here = Proposal.objects.open().filter(string=translation.translation_of_id, context=translation.context_id)
    return here.filter(locale=translation.locale_id).first()


def _settle(proposal: Proposal, state: State, user: Any) -> None:
    Proposal.objects.filter(pk=proposal.pk, state=State.OPEN).update(
        state=state, decided_by=user, decided_at=timezone.now()
    )
