"""What is kept of each rebuild: whether one is under way, and what came of the last."""

import time
from typing import Any

from django.utils import timezone
from elasticsearch import ApiError, TransportError

from search.elasticsearch.client import SearchUnavailable
from search.indexing.rebuilding import Progress, Superseded, in_silence, rebuild
from search.models import LastRebuild, Rebuild
from search.models.rebuilds import Failure


def under_way(language: str) -> Rebuild | None:
    """Return the rebuild of a language that is running, if one gives signs of life."""
    running = Rebuild.objects.filter(language_code=language).first()
    if running is None or running.has_stalled:
        return None
    last = LastRebuild.objects.filter(language_code=language).first()
    return None if last and last.has_failed_since(running.started_at) else running


def carry_out(language: str, progress: Progress = in_silence) -> int:
    """Build the index of a language anew and keep what came of it; return the number of documents."""
    began = time.monotonic()
    try:
        documents = rebuild(language, progress)
    except Superseded:
        raise
    except Exception as error:
        _keep(language, failed_at=timezone.now(), failure=_why(error))
        raise
    seconds = round(time.monotonic() - began)
    ended = {"finished_at": timezone.now(), "documents": documents, "seconds": seconds}
    _keep(language, **ended, failed_at=None, failure="")
    return documents


def _keep(language: str, **fields: Any) -> None:
    LastRebuild.objects.update_or_create(language_code=language, defaults=fields)


def _why(error: Exception) -> Failure:
    if isinstance(error, TransportError | SearchUnavailable):
        return Failure.AWAY
    return Failure.REFUSED if isinstance(error, ApiError) else Failure.BROKEN
