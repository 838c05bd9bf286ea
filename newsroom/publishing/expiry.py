"""A translation runs out with its original: its own form has no field for the day.

Versions that are written by hand have one, and run out by themselves.
"""

from typing import Any

from django.db.models import Q
from django.utils import timezone
from wagtail.models import Page
from wagtail.signals import page_published
from wagtail_localize.models import Translation

from newsroom.checks.translations import translation_of


def connect() -> None:
    """Listen to what is published, by whichever way."""
    page_published.connect(_published, dispatch_uid="newsroom.expiry")


def followers(page: Page) -> Any:
    """Return the versions that are translated from a page sentence by sentence."""
    targets = Translation.objects.filter(
        source__object_id=page.translation_key, source__locale=page.locale_id, enabled=True
    )
    versions = Page.objects.filter(translation_key=page.translation_key, alias_of=None)
    return versions.filter(locale__in=targets.values("target_locale")).exclude(pk=page.pk)


def _published(instance: Page, **kwargs: Any) -> None:
    translation = translation_of(instance)
    if translation is None:
        _run_out_like(instance, followers(instance))
        return
    versions = Page.objects.filter(translation_key=instance.translation_key)
    original = versions.filter(locale=translation.source.locale_id, live=True).first()
    if original is not None:
        _run_out_like(original, versions.filter(pk=instance.pk))
        instance.refresh_from_db(fields=["expire_at"])


def _run_out_like(original: Page, versions: Any) -> None:
    """Give versions the day of their original; also in their last draft, which is published next."""
    at = original.expire_at
    if at is not None and at <= timezone.now():
        return
    other = Q(expire_at__isnull=False) if at is None else ~Q(expire_at=at) | Q(expire_at=None)
    for version in versions.filter(other).select_related("latest_revision"):
        Page.objects.filter(pk=version.pk).update(expire_at=at)
        revision = version.latest_revision
        if revision is not None:
            revision.content["expire_at"] = at.isoformat() if at else None
            revision.save(update_fields=["content"])
