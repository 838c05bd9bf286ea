"""The end of the term: nothing is kept of what was taken down but that it was."""

import datetime

from django.db import transaction
from django.utils import timezone

from designcity.private_files import private_storage
from removals.takedowns import files
from removals.takedowns.models import Takedown

FOLDER = "taken-down"
NEW = datetime.timedelta(days=1)
"""A kept file that is younger may belong to a takedown that is just being made."""


def forget_due() -> int:
    """Delete what is kept of takedowns whose term has ended, and files that belong to none; return how many."""
    due = [_forget(pk) for pk in Takedown.objects.to_forget().values_list("pk", flat=True)]
    files.finish()
    _remove_strays()
    return sum(due)


@transaction.atomic
def _forget(pk: int) -> bool:
    takedown = Takedown.objects.select_for_update().to_forget().filter(pk=pk).first()
    if takedown is None:
        return False
    takedown.forgotten_at = timezone.now()
    takedown.title = ""
    files.forget(takedown)
    return True


def _remove_strays() -> None:
    """Remove files whose takedown was rolled back by a process that was killed before it could clear up."""
    storage = private_storage()
    if not storage.exists(FOLDER):
        return
    kept = set(Takedown.objects.values_list("file", flat=True))
    for name in (f"{FOLDER}/{name}" for name in storage.listdir(FOLDER)[1]):
        if name not in kept and storage.get_modified_time(name) < timezone.now() - NEW:
            storage.delete(name)
