"""Notices follow their pages: made when a page is taken down, gone when it is published again."""

from typing import Any

from django.utils import timezone
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from newsroom.notices.notice import Notice, reason_of


def connect() -> None:
    """Listen to what is published and taken down, by whichever way."""
    page_unpublished.connect(_taken_down, dispatch_uid="newsroom.notices")
    page_published.connect(_published, dispatch_uid="newsroom.notices")


def _taken_down(instance: Page, **kwargs: Any) -> None:
    facts = {"reason": reason_of(instance), "taken_down_at": timezone.now(), "text": ""}
    Notice.objects.update_or_create(page_id=instance.pk, defaults=facts)


def _published(instance: Page, **kwargs: Any) -> None:
    """Forget the notice; a page that is only scheduled is not back yet."""
    if instance.live:
        Notice.objects.filter(page_id=instance.pk).delete()
