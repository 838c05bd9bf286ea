"""Reads the documents whose present file has not been read yet: what waits is seen in the database itself."""

import logging
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from wagtail.documents import get_document_model

from designcity.documents import copied, public
from search.attachments.endings import SUFFIXES
from search.attachments.offers import pages_offering
from search.attachments.process import Outcome, refused, words_of
from search.models.attachments import DocumentText, Refusal
from search.outbox.recording import indexing, record

__all__ = ["pages_offering", "read_one", "read_waiting", "unread"]

logger = logging.getLogger(__name__)

MOST_BYTES = 64 * 1024**2
AT_ONCE = 50
SECONDS_AT_ONCE = 5.0
NEXT_TRY = timedelta(hours=1)


def unread(limit: int | None = None) -> QuerySet[Any]:
    """Return the public documents whose present file was not read yet, the newest first.

    A refused file is not tried again; one that could not be opened is, an hour later.
    """
    stale = {"reason": Refusal.UNAVAILABLE, "read_at__lt": timezone.now() - NEXT_TRY}
    of_file = DocumentText.objects.filter(
        document=OuterRef("pk"), file_name=OuterRef("file"), file_hash=OuterRef("file_hash")
    )
    return public().exclude(Exists(of_file.exclude(**stale))).order_by("-pk")[:limit]


def read_waiting() -> set[int]:
    """Read what waits, for some seconds, and return the pages to compose anew, which are recorded already.

    Not to be called within a transaction: a single file may take half a minute.
    """
    until = time.monotonic() + SECONDS_AT_ONCE
    read = []
    for document in unread(AT_ONCE):
        read_one(document)
        read.append(document.pk)
        if time.monotonic() > until:
            break
    return pages_offering(read)


def read_one(document: Any) -> DocumentText | None:
    """Read the file of a document and keep its words, or why it has none; None if it has changed meanwhile."""
    outcome = _outcome(document)
    if outcome.reason not in ("", Refusal.UNKNOWN_TYPE):
        logger.warning("Document %s is not searched: %s (%s)", document.pk, outcome.reason, document.file.name)
    return _keep(document, outcome)


def _outcome(document: Any) -> Outcome:
    suffix = Path(document.file.name).suffix.lower()
    if suffix not in SUFFIXES:
        return refused(Refusal.UNKNOWN_TYPE)
    try:
        with tempfile.TemporaryFile() as copy:
            if not copied(document, copy, MOST_BYTES):
                return refused(Refusal.TOO_LARGE)
            return words_of(copy, suffix)
    except Exception as error:  # whatever a storage says of a file that is gone, or when it does not answer
        logger.warning("Document %s cannot be opened: %s", document.pk, type(error).__name__)
        return refused(Refusal.UNAVAILABLE)


def _keep(document: Any, outcome: Outcome) -> DocumentText | None:
    """Keep what was read, and record the pages that offer it, in one transaction: neither is without the other.

    Whoever composes pages holds `indexing()` too: either they have written down by now that they offer the
    document, or they find its words.
    """
    file = {"file_name": document.file.name, "file_hash": document.file_hash}
    with indexing():
        present = (
            get_document_model().objects.select_for_update().filter(pk=document.pk, file=document.file.name)
        )
        if present.first() is None:
            return None
        kept, _created = DocumentText.objects.update_or_create(
            document_id=document.pk,
            defaults=file | {"state": outcome.state, "text": outcome.text, "reason": outcome.reason},
        )
        record(pages_offering([document.pk]))
    return kept
