"""When filling in happens: a page is submitted or brought up to date, a segment is translated elsewhere."""

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail_localize.models import StringTranslation, Translation

from translating.filling.pausing import is_paused
from translating.filling.repeats import fill, waiting_for
from translating.filling.tasks import fill_repeats
from translating.memory.learning import is_worth_keeping


@receiver(post_save, sender=Translation)
def _submitted(instance: Translation, **kwargs: Any) -> None:
    """Fill in before wagtail-localize makes the translated page of it."""
    if instance.enabled and not is_paused():
        fill(instance)


@receiver(post_save, sender=StringTranslation)
def _translated(instance: StringTranslation, update_fields: Any = None, **kwargs: Any) -> None:
    """Let the same words on other pages have this translation; the memory has learnt it by now."""
    is_new = not is_paused() and (update_fields is None or "data" in update_fields)
    if is_new and is_worth_keeping(instance) and waiting_for(instance).exists():
        fill_repeats.enqueue([instance.pk])
