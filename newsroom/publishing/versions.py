"""Publishes the latest version of one page; that of a translation is composed from its latest words first."""

from typing import Any

from wagtail.models import Page
from wagtail_localize.models import Translation

from newsroom.checks.gates import refuse_what_must_be_mended


def publish_version(page: Page, translation: Translation | None, user: Any) -> Page:
    """Publish a page in the transaction of the caller, and return it.

    Raises ValidationError, and then nothing of it may stay: something is not filled in, or must be mended.
    """
    if translation is not None:
        translation.save_target(user=user, publish=False)
        page = Page.objects.get(pk=page.pk)
    revision = page.get_latest_revision() or page.specific.save_revision(user=user)
    refuse_what_must_be_mended(revision)
    revision.publish(user=user)
    return page
