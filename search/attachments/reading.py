"""Reads the documents whose present file has not been read yet: what waits is seen in the database itself."""

import logging
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.db.models import F, Q, QuerySet
from wagtail.documents.models import Document
from wagtail.models import Page, ReferenceIndex

from search.attachments.extract import BROKEN, ENCRYPTED, LONGEST_TEXT, TOO_LARGE
from search.models import DocumentText
from search.models.attachments import Reading

logger = logging.getLogger(__name__)

MOST_SECONDS = 30.0
AT_ONCE = 20
READABLE = (".pdf", ".docx", ".txt")
_STATUSES = {BROKEN: Reading.BROKEN, ENCRYPTED: Reading.ENCRYPTED, TOO_LARGE: Reading.TOO_LARGE}


def unread() -> QuerySet[Document]:
    """Return the documents that were never read, or have another file now."""
    return Document.objects.filter(Q(search_text=None) | ~Q(search_text__file_name=F("file"))).order_by("pk")


def read_waiting() -> set[int]:
    """Read what waits, some at a time, and return the ids of the pages that offer it.

    Not to be called within a transaction: a file may take half a minute.
    """
    documents = list(unread()[:AT_ONCE])
    for document in documents:
        read_one(document)
    return pages_offering(document.pk for document in documents)


def read_one(document: Document) -> DocumentText:
    """Read the file of a document, whatever it holds, and keep the words or the reason."""
    state, text = _read(document)
    if state not in (Reading.READ, Reading.UNKNOWN):
        logger.warning(
            "The words of document %s (%s) were not read: %s", document.pk, document.file.name, state.value
        )
    kept, _created = DocumentText.objects.update_or_create(
        document=document,
        defaults={"file_name": document.file.name, "state": state, "text": text},
    )
    return kept


def pages_offering(document_ids: Iterable[int]) -> set[int]:
    """Return the ids of the pages that refer to documents."""
    keys = [str(pk) for pk in document_ids]
    if not keys:
        return set()
    references = ReferenceIndex.objects.filter(
        to_content_type=ReferenceIndex._get_base_content_type(Document),
        to_object_id__in=keys,
        base_content_type=ReferenceIndex._get_base_content_type(Page),
    )
    return {int(pk) for pk in references.values_list("object_id", flat=True)}


def _read(document: Document) -> tuple[Reading, str]:
    suffix = Path(document.file.name).suffix.lower()
    if suffix not in READABLE:
        return Reading.UNKNOWN, ""
    try:
        with document.file.open("rb") as source, tempfile.NamedTemporaryFile(suffix=suffix) as copy:
            for chunk in source.chunks():
                copy.write(chunk)
            copy.flush()
            return _extracted(copy.name)
    except OSError:
        return Reading.BROKEN, ""


def _extracted(path: str) -> tuple[Reading, str]:
    command = [sys.executable, "-m", "search.attachments.extract", path]
    try:
        done = subprocess.run(  # noqa: S603  (our own module, and a file name of our own)
            command, cwd=settings.ROOT, capture_output=True, timeout=MOST_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return Reading.TOO_SLOW, ""
    if done.returncode:
        # A negative status is the signal of a limit: memory or processor time.
        return _STATUSES.get(done.returncode, Reading.TOO_LARGE if done.returncode < 0 else Reading.BROKEN), ""
    text = " ".join(done.stdout.decode("utf-8", "replace").replace("\x00", " ").split())[:LONGEST_TEXT]
    return (Reading.READ, text) if text else (Reading.EMPTY, "")
