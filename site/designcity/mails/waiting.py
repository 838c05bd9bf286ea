"""What waits to be told is told, again and again by the schedule.

Kept mails are found by themselves. Who tells of many things in one mail keeps what was not told in another way,
and registers the hook `send_waiting_mails`: a function that tells of it, and returns how many mails went.
"""

import logging
from collections.abc import Callable, Iterator

from django.apps import apps
from django.db.models import F
from wagtail import hooks

from designcity.mails.kept import KeptMail
from designcity.mails.sending import send

logger = logging.getLogger(__name__)
HOOK = "send_waiting_mails"


def send_waiting() -> int:
    """Try whatever waits and return how many mails went; what fails stops nothing else."""
    kept = sum(_kept_ones(model) for model in _models())
    return kept + sum(_guarded(function) for function in hooks.get_hooks(HOOK))


def _models() -> Iterator[type[KeptMail]]:
    return (model for model in apps.get_models() if issubclass(model, KeptMail))


def _kept_ones(model: type[KeptMail]) -> int:
    return sum(_tried(model, key) for key in list(model.objects.due().values_list("pk", flat=True)))


def _tried(model: type[KeptMail], key: int) -> bool:
    try:
        return send.call(model._meta.label, key)
    except Exception:
        logger.exception("%s %s could not be composed.", model._meta.label, key)
        model.objects.filter(pk=key).update(attempts=F("attempts") + 1)
        return False


def _guarded(function: Callable[[], int]) -> int:
    try:
        return function()
    except Exception:
        logger.exception("What waits could not be told.")
        return 0
