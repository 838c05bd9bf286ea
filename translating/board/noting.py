"""Notes what no trigger sees: records that come and go, and languages that are added."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from wagtail.models import Locale

from translating.board.models import StatusChange
from translating.board.originals import record_models
from translating.board.settling import note_everything


def connect() -> None:
    """Listen to records and languages."""
    for model in record_models():
        for signal in (post_save, post_delete):
            signal.connect(_record_changed, sender=model, dispatch_uid="status board")
    post_save.connect(_language_added, sender=Locale, dispatch_uid="status board")


def _record_changed(instance: Any, **kwargs: Any) -> None:
    StatusChange.objects.note({instance.translation_key})


def _language_added(created: bool, **kwargs: Any) -> None:
    if created:
        note_everything()
