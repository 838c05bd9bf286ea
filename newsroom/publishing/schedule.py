"""Publishes and takes down what is due: each in a transaction of its own, so that none can spoil another.

What fails, or is interrupted, stays scheduled as it was, and is tried again the next time. So does a page in
which something must be mended: it was in order when it was approved, but what it links to may be gone since.
"""

import logging
from collections.abc import Callable, Iterator
from typing import Any

from django.apps import apps
from django.db import models, transaction
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision

from newsroom.bundles import publishing as bundles
from newsroom.checks.gates import refuse_what_must_be_mended
from newsroom.publishing import failures
from newsroom.publishing.models import Step

logger = logging.getLogger(__name__)


def run() -> None:
    """Take down what has expired, publish the bundles that are due, then the single pages.

    A page that is due with a bundle and also by itself goes live with the bundle.
    """
    for model in _models_with_drafts():
        for pk in list(_expired(model).values_list("pk", flat=True)):
            _attempt(Step.EXPIRE, _expired(model).filter(pk=pk), _take_down)
    bundles.publish_due()
    for pk in list(_due().values_list("pk", flat=True)):
        _attempt(Step.PUBLISH, _due().filter(pk=pk), _publish)
    failures.forget_settled()


def _attempt(step: Step, due: models.QuerySet, carry_out: Callable[[Any], models.Model]) -> None:
    """Carry a step out for one row unless another process does; an error is kept and told to editors."""
    row = None
    try:
        with transaction.atomic():
            row = due.select_for_update(skip_locked=True, of=("self",)).first()
            if row is not None:
                failures.forget(step, carry_out(row))
    except Exception as error:
        logger.exception("The schedule could not %s %s.", step.value, row)
        if row is None:
            raise
        failures.keep(step, row, error)


def _publish(revision: Revision) -> models.Model:
    refuse_what_must_be_mended(revision)
    revision.publish(log_action="wagtail.publish.scheduled")
    instance: models.Model = revision.content_object
    return instance


def _take_down(instance: Any) -> models.Model:
    instance.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    taken_down: models.Model = instance
    return taken_down


def _due() -> models.QuerySet:
    due = Revision.objects.filter(approved_go_live_at__lt=timezone.now())
    return due.order_by("approved_go_live_at", "pk")


def _expired(model: Any) -> models.QuerySet:
    expired = model._default_manager.filter(live=True, expire_at__lt=timezone.now())
    return expired.order_by("expire_at", "pk")


def _models_with_drafts() -> Iterator[Any]:
    yield Page
    for model in apps.get_models():
        if issubclass(model, DraftStateMixin) and not issubclass(model, Page):
            yield model
