"""Whatever can change a cover: each signal leaves a task in the transaction of the change."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.db.models.signals import post_delete, post_save
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction

from publications.covers import is_due
from publications.publication import PublicationPage
from publications.tasks import draw_first_page

SHOWN = frozenset({"live", "document", "cover"})
"""The fields of a publication on which its cover depends."""


def connect() -> None:
    """Listen to publications, their documents, and who may open these."""
    post_save.connect(_publication_saved, sender=PublicationPage, dispatch_uid="publications")
    post_save.connect(_document_saved, sender=get_document_model(), dispatch_uid="publications")
    post_save.connect(_collection_saved, sender=Collection, dispatch_uid="publications")
    for kind in (post_save, post_delete):
        kind.connect(_privacy_changed, sender=CollectionViewRestriction, dispatch_uid="publications")


def _publication_saved(instance: PublicationPage, **kwargs: Any) -> None:
    """Look at what was published; a draft is saved with the names of other fields."""
    names = kwargs.get("update_fields") or SHOWN
    if instance.live and instance.document and not kwargs.get("raw") and not SHOWN.isdisjoint(names):
        _look_at([instance.document])


def _document_saved(instance: Any, **kwargs: Any) -> None:
    if not kwargs.get("created") and PublicationPage.objects.offering(instance.pk).exists():
        _look_at([instance])


def _collection_saved(instance: Collection, **kwargs: Any) -> None:
    """Look at what lies in a collection once it is where it goes: the editors' form saves it first."""
    if not kwargs.get("created"):
        transaction.on_commit(lambda: _look_into(instance.pk))


def _privacy_changed(instance: CollectionViewRestriction, **kwargs: Any) -> None:
    _look_into(instance.collection_id)


def _look_into(collection_id: int) -> None:
    if collection := Collection.objects.filter(pk=collection_id).first():
        inside = Collection.objects.descendant_of(collection, inclusive=True)
        documents_moved(get_document_model().objects.filter(collection__in=inside))


def documents_moved(documents: QuerySet[Any]) -> None:
    """Look at those documents which publications offer, after a change of who may open them."""
    _look_at(documents.filter(pk__in=PublicationPage.objects.live().values("document")))


def _look_at(documents: Iterable[Any]) -> None:
    for document in documents:
        if is_due(document):
            draw_first_page.enqueue(document.pk)
