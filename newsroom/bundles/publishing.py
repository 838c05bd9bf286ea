"""Publishes a bundle: all of it in one transaction, or nothing."""

import datetime
import logging
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource

from newsroom.bundles.models import Bundle, BundleState
from newsroom.bundles.standing import Part, parts
from newsroom.publishing.failures import explained
from newsroom.publishing.versions import publish_version

logger = logging.getLogger(__name__)


class Refused(Exception):
    """A bundle cannot be published as it is; the message names the page and says what to do."""


def publish(bundle: Bundle, user: Any) -> int:
    """Publish a bundle now, in the name of a user, and return how many pages went live.

    Raises Refused when it cannot be; the reason is kept with the bundle, and no page has changed.
    """
    try:
        with transaction.atomic():
            return _publish_all(Bundle.objects.select_for_update().get(pk=bundle.pk), user)
    except Refused as refused:
        _keep_reason(bundle.pk, BundleState.FAILED, str(refused))
        raise
    except Exception as error:
        logger.exception("The bundle %s could not be published.", bundle.pk)
        _keep_reason(bundle.pk, BundleState.FAILED, _unexpected())
        raise Refused(_unexpected()) from error


def publish_due() -> None:
    """Publish the bundles whose moment has come, each in the name of the person who scheduled it.

    What is in the way of a bundle is for a person to decide; after an unexpected error it is tried again.
    """
    for pk in list(Bundle.objects.due().values_list("pk", flat=True)):
        try:
            _publish_if_due(pk)
        except Refused as refused:
            logger.warning("The bundle %s was not published: %s", pk, refused)
            _keep_reason(pk, BundleState.FAILED, str(refused))
        except Exception:
            logger.exception("The bundle %s could not be published and is tried again.", pk)
            _keep_reason(pk, BundleState.SCHEDULED, _unexpected())


def schedule(bundle: Bundle, user: Any, at: datetime.datetime) -> None:
    """Let a bundle be published at a moment, in the name of a user; raises Refused when it could not be."""
    _refuse_what_is_in_the_way(parts(bundle, user, at))
    bundle.state, bundle.publish_at, bundle.reason = BundleState.SCHEDULED, at, ""
    bundle.publisher, bundle.decided_at = user, timezone.now()
    bundle.save()


def take_off_schedule(bundle: Bundle) -> None:
    """Let a scheduled bundle be worked on again."""
    Bundle.objects.filter(pk=bundle.pk, state=BundleState.SCHEDULED).update(
        state=BundleState.DRAFT, publish_at=None, reason=""
    )


def _publish_if_due(pk: int) -> None:
    with transaction.atomic():
        bundle = Bundle.objects.due().select_for_update(skip_locked=True, of=("self",)).filter(pk=pk).first()
        if bundle is None:
            return
        if bundle.publisher is None or not bundle.publisher.is_active:
            raise Refused(_("The person who scheduled it has no account any more. Schedule it again."))
        _publish_all(bundle, bundle.publisher)


def _publish_all(bundle: Bundle, user: Any) -> int:
    if bundle.state == BundleState.PUBLISHED:
        raise Refused(_("The bundle is published already."))
    _hold_pages(bundle)
    found = parts(bundle, user)
    _refuse_what_is_in_the_way(found)
    # The originals first: dates and pictures of a translation are those that its original has by then.
    found.sort(key=lambda part: part.progress is not None)
    published = [_publish_part(part, user) for part in found if part.standing.is_published]
    _refuse_what_is_not_live(published)
    bundle.state, bundle.reason = BundleState.PUBLISHED, ""
    bundle.publisher, bundle.decided_at = user, timezone.now()
    bundle.save()
    return len(published)


def _hold_pages(bundle: Bundle) -> None:
    """Let nobody change the pages meanwhile; in one order, so that two bundles cannot wait for each other."""
    keys = bundle.bundle_pages.values("page__translation_key")
    list(Page.objects.select_for_update().filter(translation_key__in=keys).order_by("pk").values_list("pk"))


def _refuse_what_is_in_the_way(found: list[Part]) -> None:
    if obstacles := [part for part in found if part.standing.is_in_the_way]:
        raise Refused("\n".join(part.sentence for part in obstacles))
    if not any(part.standing.is_published for part in found):
        raise Refused(_("There is nothing to publish: all its pages are live as they are."))


def _publish_part(part: Part, user: Any) -> Page:
    translation = part.progress.translation if part.progress is not None else None
    if translation is not None:
        _follow_original(translation)
    try:
        return publish_version(part.page, translation, user)
    except ValidationError as error:
        said = explained(error, part.page.specific_class)
        raise Refused(
            _("“{title}” ({language}) is not filled in as it must be: {what} Open it and set it right.").format(
                title=part.title, language=part.language, what=said
            )
        ) from error


def _follow_original(translation: Translation) -> None:
    """Let a translation take what its original has since it was synced; there are no words among it."""
    original = translation.source.get_source_instance()
    if original.live and not original.has_unpublished_changes:
        translation.source, _changed = TranslationSource.update_or_create_from_instance(original)


def _refuse_what_is_not_live(published: list[Page]) -> None:
    """Make sure that readers get every page: a date set meanwhile would have put one off."""
    late = Page.objects.filter(pk__in=[page.pk for page in published]).exclude(
        live=True, has_unpublished_changes=False
    )
    for page in late:
        raise Refused(
            _("“{title}” was changed just now. Look at it and publish the bundle again.").format(
                title=page.draft_title
            )
        )


def _keep_reason(pk: int, state: BundleState, reason: str) -> None:
    Bundle.objects.filter(pk=pk).exclude(state=BundleState.PUBLISHED).update(state=state, reason=reason)


def _unexpected() -> str:
    return _(
        "Something unexpected happened, and no page was published. "
        "Whoever looks after the server finds more in the log."
    )
