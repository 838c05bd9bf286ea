"""Rebuilds that editors ask for: one at a time for each language, and what came of them."""

import logging
import time

from django.utils import timezone
from elasticsearch import ApiError, TransportError

from search.asking.client import SearchUnavailable
from search.indexing.rebuilding import rebuild
from search.models import LastRebuild, Rebuild
from search.models.rebuilds import Failure

logger = logging.getLogger(__name__)


def under_way(language: str) -> Rebuild | None:
    """Return the rebuild of a language that is running, if one gives signs of life."""
    running = Rebuild.objects.filter(language_code=language).first()
    if running is None or running.has_stalled:
        return None
    last = LastRebuild.objects.filter(language_code=language).first()
    return None if last and last.has_failed_since(running.started_at) else running


def carry_out(language: str) -> int:
    """Build the index of a language anew and keep what came of it; return the number of documents."""
    record = LastRebuild.objects.filter(language_code=language)
    record.update(asked_at=None)
    if under_way(language):
        logger.warning("The index of %s is being built already.", language)
        return 0
    began = time.monotonic()
    try:
        documents = rebuild(language)
    except Exception as error:
        record.update(failed_at=timezone.now(), failure=_why(error))
        raise
    note_end(language, documents, time.monotonic() - began)
    return documents


def note_end(language: str, documents: int, seconds: float) -> None:
    """Keep that a rebuild has ended well."""
    LastRebuild.objects.update_or_create(
        language_code=language,
        defaults={
            "finished_at": timezone.now(),
            "documents": documents,
            "seconds": round(seconds),
            "failed_at": None,
            "failure": "",
        },
    )


def _why(error: Exception) -> Failure:
    if isinstance(error, TransportError | SearchUnavailable):
        return Failure.AWAY
    return Failure.REFUSED if isinstance(error, ApiError) else Failure.BROKEN
