"""Keeps the first pages of publications in step with their documents."""

import io
import logging
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.images import ImageFile
from django.db import transaction
from django.utils.translation import gettext, override
from wagtail.documents import get_document_model

from designcity.documents import public
from designcity.images import DesignImage
from designcity.pictures import making
from designcity.signals import pages_look_different
from publications.first_page import FirstPage
from publications.publication import PublicationPage
from publications.reading import Found, Unavailable, first_page_of

logger = logging.getLogger(__name__)


def is_due(document: Any) -> bool:
    """Whether the first page of a document has to be drawn, or to be taken away."""
    found = FirstPage.objects.filter(document=document.pk).first()
    if not public().filter(pk=document.pk).exists():
        return found is not None
    if found is None or not found.is_of(document):
        return True
    return found.picture_id is None and found.is_drawable and _is_wanted(document)


def bring_up_to_date(document_id: int) -> None:
    """Draw the first page of a document if that is due: twice is once.

    Not to be called within a transaction: a single file may take half a minute.
    """
    document = get_document_model().objects.filter(pk=document_id).first()
    if document is None or not is_due(document):
        return
    if not public().filter(pk=document_id).exists():
        _take_away(document)
        return
    try:
        found = first_page_of(document)
    except Unavailable as error:
        logger.warning("The first page of document %s is not drawn: %s", document_id, error)
        return
    _keep(document, found)


def _is_wanted(document: Any) -> bool:
    return PublicationPage.objects.offering(document.pk).filter(cover=None).exists()


@transaction.atomic
def _keep(document: Any, found: Found) -> None:
    """Keep what was found, unless another process did so meanwhile or the file is another one now."""
    locked = get_document_model().objects.select_for_update()
    present = locked.filter(pk=document.pk, file=document.file.name).first()
    if present is None or not is_due(present):
        return
    first_page = FirstPage.objects.filter(document=present).first() or FirstPage(document=present)
    first_page.file_name, first_page.file_hash = present.file.name, present.file_hash
    first_page.page_count = found.page_count
    first_page.is_drawable = bool(found.picture)
    _redraw(first_page, found.picture if _is_wanted(present) else b"")
    first_page.save()
    _make_seen(present)
    _tell(present)


def _make_seen(document: Any) -> None:
    """Make the sizes that every browser reads in the same transaction: no reader sees a cover without them."""
    for page in PublicationPage.objects.filter(document=document.pk):
        making.make_plain(making.wanted_by(page))


def _redraw(first_page: FirstPage, picture: bytes) -> None:
    """Put the new picture in place of the old one, which editors may show elsewhere by now; or let go of it."""
    if not picture:
        first_page.picture = None
        return
    image = first_page.picture or DesignImage()
    if image.pk:
        _clear(image)
    _describe(image, first_page.document)
    image.file = ImageFile(io.BytesIO(picture), name=f"{Path(first_page.file_name).stem}.jpg")
    image.save()
    first_page.picture = image


def _clear(image: DesignImage) -> None:
    """Forget what Wagtail keeps of the old file, and remove that once the new one is kept."""
    storage, name = image.file.storage, image.file.name
    transaction.on_commit(lambda: storage.delete(name))
    image.renditions.all().delete()
    image.file_size, image.file_hash = None, ""


def _describe(image: DesignImage, document: Any) -> None:
    """Name the picture after its document, in the source language of the site."""
    publication = PublicationPage.objects.offering(document.pk).order_by("locale_id", "pk").first()
    with override(settings.LANGUAGE_CODE):
        image.description = gettext("First page of “%(title)s”") % {"title": document.title}
    image.title = document.title
    image.credit = publication.publisher if publication else ""
    image.collection = document.collection


@transaction.atomic
def _take_away(document: Any) -> None:
    """Leave nothing of a document that not everybody may open."""
    for first_page in FirstPage.objects.filter(document=document).select_related("picture"):
        if first_page.picture:
            first_page.picture.delete()
        first_page.delete()
    _tell(document)


def _tell(document: Any) -> None:
    shown_by = PublicationPage.objects.filter(document=document.pk).values_list("pk", flat=True)
    pages_look_different.send(sender=FirstPage, page_ids=list(shown_by))
