"""Taking a file over: what fits is written in one transaction, a refused segment never."""

import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail_localize.models import StringTranslation, Translation

from translating.files import reporting
from translating.files.judging import WRITTEN, Judged, JudgedSheet, Verdict, judge
from translating.files.models import Delivery
from translating.files.sheets import Sheet

KEPT_FOR = datetime.timedelta(days=30)
"""How long it is known what came: the texts of pages shall not outlive them here."""


def receive(sheets: list[Sheet], name: str, user: Any, only: Translation | None = None) -> Delivery:
    """Keep what came, so that it can be looked at before it is taken over."""
    Delivery.objects.filter(made_at__lt=timezone.now() - KEPT_FOR).delete()
    data = [sheet.as_data() for sheet in sheets]
    return Delivery.objects.create(name=name[:255], user=user, only=only, sheets=data)


def judged(delivery: Delivery, user: Any) -> list[JudgedSheet]:
    """Return what would become of a delivery now."""
    return judge(delivery.as_sheets(), user, since=delivery.made_at, only=delivery.only)


@transaction.atomic
def take(delivery: Delivery, user: Any) -> Delivery:
    """Write what fits and keep the report; a delivery that was taken over already stays as it is.

    It is judged once more, with the translations locked: what changed since it was looked at is refused.
    """
    delivery = Delivery.objects.select_for_update(of=("self",)).get(pk=delivery.pk)
    if delivery.taken_at is not None:
        return delivery
    _lock({sheet.translation for sheet in judged(delivery, user) if sheet.translation})
    found = judged(delivery, user)
    for sheet in found:
        for one in sheet.units:
            if one.verdict in WRITTEN and sheet.translation is not None:
                _write(one, sheet.translation, delivery, user)
    every = [one for sheet in found for one in sheet.units]
    delivery.taken_at = timezone.now()
    delivery.taken = sum(one.verdict in WRITTEN for one in every)
    delivery.refused = sum(one.verdict == Verdict.REFUSED for one in every)
    delivery.report = reporting.report_of(found)
    delivery.sheets = []
    delivery.save()
    return delivery


def _lock(translations: set[Translation]) -> None:
    """Let others wait who take a file over or save a segment, so that what is judged is what stands there."""
    rows = Translation.objects.filter(pk__in=[one.pk for one in translations])
    words = StringTranslation.objects.filter(
        context__object_id__in={one.source.object_id for one in translations},
        locale__in={one.target_locale_id for one in translations},
    )
    for found in (rows, words):
        list(found.select_for_update(of=("self",)).order_by("pk").values_list("pk"))


def _write(one: Judged, translation: Translation, delivery: Delivery, user: Any) -> None:
    assert one.segment is not None  # noqa: S101  (what is written was found)
    StringTranslation.objects.update_or_create(
        translation_of_id=one.segment.string_id,
        locale_id=translation.target_locale_id,
        context_id=one.segment.context_id,
        defaults={
            "data": one.target,
            "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
            "tool_name": delivery.name,
            "last_translated_by": user,
            "has_error": False,
            "field_error": "",
        },
    )
