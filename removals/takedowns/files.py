"""The files of what is taken down: they go as soon as that is committed, and surely.

Which files have to go is written in the same transaction; a process that is killed before it removed them
leaves the list to `manage.py finish_takedowns`.
"""

import logging
from collections.abc import Iterable
from functools import partial
from typing import Any

from django.core.files.storage import Storage, default_storage
from django.db import transaction
from django.db.models import QuerySet
from wagtail.documents import get_document_model
from wagtail.models import Page, ReferenceIndex

from designcity.images import DesignImage, Rendition
from designcity.pictures.models import SharePicture
from designcity.private_files import private_storage
from removals.references import named_by
from removals.takedowns.models import Takedown, UnwantedFile

logger = logging.getLogger(__name__)


def remove_renditions(image_ids: Iterable[int]) -> None:
    """Remove the pictures that were made for readers, with their files."""
    renditions = Rendition.objects.filter(image__in=list(image_ids))
    _unwanted(renditions)
    for rendition in renditions:
        rendition.purge_from_cache()
    renditions._raw_delete(renditions.db)


def remove_share_pictures(pictures: QuerySet[SharePicture]) -> None:
    """Remove drawn headlines, with their files."""
    _unwanted(pictures)
    pictures._raw_delete(pictures.db)


def remove_file(name: str, *, is_private: bool = False) -> None:
    """Remove a file with the commit."""
    _note([UnwantedFile(name=name, is_private=is_private)])


def forget(takedown: Takedown) -> None:
    """Delete all that is kept with a takedown: rows, file, words."""
    takedown.rows.all().delete()
    if takedown.file:
        remove_file(str(takedown.file.name), is_private=True)
    takedown.file = ""
    takedown.passages = []
    takedown.save()


def finish() -> int:
    """Remove every file that has to go, and return how many are gone; twice is once."""
    gone = 0
    for unwanted in UnwantedFile.objects.order_by("pk"):
        try:
            _remove(unwanted)
        except OSError as error:
            logger.warning("The file %s cannot be removed yet: %s", unwanted.name, error)
        else:
            gone += 1
    return gone


def pictures_of(pages: Iterable[Page]) -> list[int]:
    """Return the pictures that no other page refers to."""
    return _only_of(pages, DesignImage)


def documents_of(pages: Iterable[Page]) -> list[int]:
    """Return the documents that no other page refers to."""
    return _only_of(pages, get_document_model())


def _only_of(pages: Iterable[Page], model: Any) -> list[int]:
    pages = list(pages)
    kind = ReferenceIndex._get_base_content_type(model).pk
    found = set().union(*(named_by(page, model) for page in pages))
    elsewhere = ReferenceIndex.objects.filter(
        to_content_type=kind, to_object_id__in=[str(key) for key in found]
    ).exclude(
        base_content_type=ReferenceIndex._get_base_content_type(Page),
        object_id__in=[str(page.pk) for page in pages],
    )
    return sorted(found - {int(key) for key in elsewhere.values_list("to_object_id", flat=True)})


def _unwanted(rows: QuerySet[Any]) -> None:
    _note([UnwantedFile(name=name) for name in rows.values_list("file", flat=True) if name])


def _note(unwanted: list[UnwantedFile]) -> None:
    UnwantedFile.objects.bulk_create(unwanted)
    for one in unwanted:
        transaction.on_commit(partial(_remove, one), robust=True)


def _remove(unwanted: UnwantedFile) -> None:
    """Remove a file, unless it came back under its name, and strike it off the list."""
    with transaction.atomic():
        if not _is_wanted(unwanted):
            _storage(unwanted).delete(unwanted.name)
        UnwantedFile.objects.filter(pk=unwanted.pk).delete()


def _is_wanted(unwanted: UnwantedFile) -> bool:
    holders: tuple[Any, ...] = (Takedown,) if unwanted.is_private else (DesignImage, Rendition, SharePicture)
    return any(holder._base_manager.filter(file=unwanted.name).exists() for holder in holders)


def _storage(unwanted: UnwantedFile) -> Storage:
    return private_storage() if unwanted.is_private else default_storage
