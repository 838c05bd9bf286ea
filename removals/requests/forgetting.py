"""Deletes what is personal in requests whose term is over; number, dates and decision stay."""

import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from removals.requests import history
from removals.requests.correspondence import RequestFile
from removals.requests.history import What
from removals.requests.models import RemovalRequest


def forget_due() -> int:
    """Forget what was decided longer ago than REQUEST_KEPT_DAYS; returns how many requests."""
    before = timezone.now() - datetime.timedelta(days=settings.REQUEST_KEPT_DAYS)
    due = RemovalRequest.objects.to_forget(before)
    return sum(_forget(pk, before) for pk in list(due.values_list("pk", flat=True)))


@transaction.atomic
def _forget(pk: int, before: datetime.datetime) -> bool:
    held = RemovalRequest.objects.to_forget(before).select_for_update().filter(pk=pk).first()
    if held is None:
        return False
    _delete_files(held)
    for kept in (held.messages, held.notes, held.mails):
        kept.all().delete()
    for name in RemovalRequest.PERSONAL:
        setattr(held, name, "")
    held.sent_form = None
    held.forgotten_at = timezone.now()
    held.save()
    history.write(held, What.FORGOTTEN)
    return True


def _delete_files(request: RemovalRequest) -> None:
    """Delete files before their records: a run that ends between the two is finished by the next one."""
    for one in RequestFile.objects.filter(request=request):
        one.file.storage.delete(str(one.file.name))
        one.delete()
