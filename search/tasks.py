"""What the search does in the background, beside its worker."""

import logging

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from search.indexing import rebuilds
from search.models import LastRebuild

logger = logging.getLogger(__name__)


@task()
def rebuild_index(language: str) -> int:
    """Build the index of a language anew; return the number of documents."""
    LastRebuild.objects.filter(language_code=language).update(asked_at=None)
    if rebuilds.under_way(language):
        logger.warning("The index of %s is being built already.", language)
        return 0
    return rebuilds.carry_out(language)


@transaction.atomic
def ask_for_rebuild(language: str) -> bool:
    """Have the index of a language built anew in the background; False if that is under way already.

    The task is kept in the database, in the same transaction as the note that it was asked for.
    """
    LastRebuild.objects.get_or_create(language_code=language)
    record = LastRebuild.objects.select_for_update().get(language_code=language)
    if record.is_awaited or rebuilds.under_way(language):
        return False
    LastRebuild.objects.filter(pk=record.pk).update(asked_at=timezone.now())
    rebuild_index.enqueue(language)
    return True
