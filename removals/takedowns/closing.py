"""Nobody opens, changes or publishes a page that was taken down; only its place is left."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models.signals import pre_save
from django.utils.translation import gettext
from wagtail.models import Page, PagePermissionTester, get_page_models
from wagtail_localize.models import TranslationSource

from removals.takedowns.models import Takedown


class Closed(PagePermissionTester):
    """The permissions on a page that was taken down: none, for nobody."""

    def _nobody(self, *args: Any, **kwargs: Any) -> bool:
        return False

    can_add_subpage = can_edit = can_delete = can_unpublish = can_publish = _nobody
    can_submit_for_moderation = can_set_view_restrictions = can_unschedule = can_lock = can_unlock = _nobody
    can_publish_subpage = can_reorder_children = can_move = can_copy = can_move_to = can_copy_to = _nobody
    can_view_revisions = _nobody


def connect() -> None:
    """Stand before Wagtail's own answer to who may do what, and before whatever saves a page.

    Views ask pages of Wagtail's own type too, so that a method of the site's page types would not do.
    """
    ask = Page.permissions_for_user

    def permissions_for_user(page: Page, user: Any) -> PagePermissionTester:
        return Closed(user, page) if is_closed(page) else ask(page, user)

    Page.permissions_for_user = permissions_for_user
    for model in (Page, *get_page_models()):
        pre_save.connect(_saved, sender=model, dispatch_uid="removals.takedowns")
    pre_save.connect(_submitted, sender=TranslationSource, dispatch_uid="removals.takedowns")


def is_closed(page: Page) -> bool:
    """Whether a page is down as a whole; without a query for one that is online or has a draft."""
    if page.pk is None or page.live or page.latest_revision_id is not None:
        return False
    return Takedown.objects.of_pages([page.pk]).exists()


def _submitted(instance: TranslationSource, **kwargs: Any) -> None:
    """Refuse to hand a page that was taken down to translators."""
    versions = Page.objects.filter(translation_key=instance.object_id)
    _refuse(versions.values_list("pk", flat=True))


def _saved(instance: Page, raw: bool = False, **kwargs: Any) -> None:
    """Refuse to save over a page that was taken down, by whichever way: only undoing brings it back."""
    if raw or instance.pk is None or instance._state.adding:
        return
    with transaction.atomic():
        # Whoever is just taking it down holds the row: that is waited for.
        Page.objects.select_for_update().filter(pk=instance.pk).values_list("pk").first()
    _refuse([instance.pk])


def _refuse(page_ids: Iterable[int]) -> None:
    if Takedown.objects.of_pages(page_ids).exists():
        raise PermissionDenied(gettext("The page was taken down at the request of its owner."))
