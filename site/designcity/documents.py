"""The documents of the site: which of them everybody may open, and copies of their files."""

from typing import IO, Any

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, QuerySet
from wagtail.documents import get_document_model
from wagtail.models import CollectionViewRestriction

MOST_BYTES = 64 * 1024**2


def public() -> QuerySet[Any]:
    """Return the documents that everybody may open: neither their collection nor one above it is private."""
    path = ExpressionWrapper(OuterRef("collection__path"), output_field=CharField())
    above = CollectionViewRestriction.objects.annotate(path=path).filter(path__startswith=F("collection__path"))
    return get_document_model().objects.exclude(Exists(above))


def copied(document: Any, copy: IO[bytes], most_bytes: int = MOST_BYTES) -> bool:
    """Copy a document's file from wherever it is stored; False if it has more bytes than are read."""
    size = 0
    with document.open_file() as stored:
        for chunk in stored.chunks():
            size += len(chunk)
            if size > most_bytes:
                return False
            copy.write(chunk)
    copy.flush()
    return True
