"""Everything that can change what readers may find: each signal records the pages it concerns.

Nothing here composes a document: the record is part of the change's own transaction, and the worker
(`manage.py search worker`) carries it out. Only what becomes private is taken from the index at once.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from wagtail.documents.models import Document
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Page,
    PageViewRestriction,
    ReferenceIndex,
    get_page_models,
)
from wagtail.signals import page_published, page_unpublished, post_page_move

from designcity.images import DesignImage
from designcity.pages import BasePage
from designcity.pinyin import PinyinPhrase
from designcity.signals import pages_look_different
from designcity.terms import Term
from search.attachments.reading import pages_offering
from search.indexing.documents import page_types
from search.models import PromotedResult, SynonymGroup
from search.outbox.channels import VOCABULARY, notify
from search.outbox.recording import record, wake
from search.text.folding import folded
from search.updates.withdrawals import withdraw


def connect() -> None:
    """Listen to pages, privacy, the terms that documents name, and what editors teach the search."""
    page_published.connect(_page_changed, dispatch_uid="search")
    page_unpublished.connect(_page_taken_down, dispatch_uid="search")
    post_page_move.connect(_subtree_changed, dispatch_uid="search")
    pages_look_different.connect(_pages_look_different, dispatch_uid="search")
    pre_save.connect(_address_changed, sender=Page, dispatch_uid="search")
    for model in get_page_models():
        if issubclass(model, BasePage):
            pre_save.connect(_address_changed, sender=model, dispatch_uid="search")
            post_save.connect(_page_changed, sender=model, dispatch_uid="search")
            post_delete.connect(_page_changed, sender=model, dispatch_uid="search")
    for restriction in (PageViewRestriction, CollectionViewRestriction):
        # Else the signal comes after the commit: what is hidden, and why, have to be one transaction.
        restriction.save = transaction.atomic(restriction.save)
    post_save.connect(_made_private, sender=PageViewRestriction, dispatch_uid="search")
    post_delete.connect(_privacy_lifted, sender=PageViewRestriction, dispatch_uid="search")
    for term in Term.__subclasses__():
        post_save.connect(_term_changed, sender=term, dispatch_uid="search")
        pre_delete.connect(_term_changed, sender=term, dispatch_uid="search")
    # Before a document is deleted, the pages that offer it are still known.
    for kind in (post_save, pre_delete):
        kind.connect(_document_changed, sender=Document, dispatch_uid="search")
        kind.connect(_image_changed, sender=DesignImage, dispatch_uid="search")
    post_save.connect(_collection_saved, sender=Collection, dispatch_uid="search")
    pre_save.connect(_phrase_changes, sender=PinyinPhrase, dispatch_uid="search")
    post_save.connect(_collection_made_private, sender=CollectionViewRestriction, dispatch_uid="search")
    post_delete.connect(_collection_privacy_lifted, sender=CollectionViewRestriction, dispatch_uid="search")
    for kind in (post_save, post_delete):
        kind.connect(_phrase_changed, sender=PinyinPhrase, dispatch_uid="search")
        for model in (SynonymGroup, PromotedResult):
            kind.connect(_vocabulary_changed, sender=model, dispatch_uid="search")


def _page_changed(instance: Page, **kwargs: Any) -> None:
    """Record the page, and its translations too: their documents hold its title."""
    versions = Page.objects.filter(translation_key=instance.translation_key)
    record({instance.pk, *versions.values_list("pk", flat=True)})


def _pages_look_different(page_ids: Iterable[int], **kwargs: Any) -> None:
    record(page_ids)


def _page_taken_down(instance: Page, **kwargs: Any) -> None:
    """Hide the page at once; the translations, whose documents hold its title, follow."""
    withdraw([instance.pk])
    _page_changed(instance)


def _address_changed(instance: Page, **kwargs: Any) -> None:
    """Record the pages below too when the address changes: Wagtail's own signals come after the commit.

    A page that was moved to where a log-in is needed is hidden at once, with all below it.
    """
    if kwargs.get("raw") or instance.pk is None:
        return
    before = Page.objects.filter(pk=instance.pk).values_list("url_path", flat=True).first()
    if before is not None and before != instance.url_path:
        concerned = _subtree(instance)
        (withdraw if instance.get_view_restrictions().exists() else record)(concerned)
        record(_translations(concerned))


def _subtree_changed(instance: Page, **kwargs: Any) -> None:
    concerned = _subtree(instance)
    record(concerned | _translations(concerned))


def _made_private(instance: PageViewRestriction, **kwargs: Any) -> None:
    if page := Page.objects.filter(pk=instance.page_id).first():
        concerned = _subtree(page)
        withdraw(concerned)
        record(_translations(concerned))


def _privacy_lifted(instance: PageViewRestriction, **kwargs: Any) -> None:
    if page := Page.objects.filter(pk=instance.page_id).first():
        concerned = _subtree(page)
        record(concerned | _translations(concerned))


def _document_changed(instance: Document, **kwargs: Any) -> None:
    """Record the pages that offer it, and wake the worker, which reads what is new.

    In a private collection, the pages are hidden until their documents have lost its words.
    """
    _follow(pages_offering([instance.pk]), instance.collection)
    wake()


def _follow(page_ids: set[int], collection: Collection) -> None:
    (withdraw if collection.get_view_restrictions().exists() else record)(page_ids)


def documents_moved(documents: Iterable[Document]) -> None:
    """Look at the pages that offer documents which are in another collection now, without a signal."""
    for document in Document.objects.filter(pk__in=[one.pk for one in documents]).select_related("collection"):
        _follow(pages_offering([document.pk]), document.collection)


def _collection_saved(instance: Collection, **kwargs: Any) -> None:
    """Look at what lies in a collection once it is where it goes: the editors' form saves it first."""
    transaction.on_commit(lambda: _collection_moved(instance.pk))


def _collection_moved(pk: int) -> None:
    if collection := Collection.objects.filter(pk=pk).first():
        _follow(_pages_offering_from(collection), collection)


def _collection_made_private(instance: CollectionViewRestriction, **kwargs: Any) -> None:
    withdraw(_pages_offering_from(instance.collection))


def _collection_privacy_lifted(instance: CollectionViewRestriction, **kwargs: Any) -> None:
    record(_pages_offering_from(instance.collection))


def _vocabulary_changed(**kwargs: Any) -> None:
    notify(VOCABULARY)


def _image_changed(instance: DesignImage, **kwargs: Any) -> None:
    """Record the pages whose rows show a small version of the picture."""
    for model in page_types():
        for name in (field.name for field in model._meta.concrete_fields if field.related_model is DesignImage):
            record(model.objects.filter(**{name: instance.pk}).values_list("pk", flat=True))


def _phrase_changes(instance: PinyinPhrase, **kwargs: Any) -> None:
    """Record the pages of the phrase as it was until now, which may become another one."""
    for before in PinyinPhrase.objects.filter(pk=instance.pk):
        _phrase_changed(before)


def _phrase_changed(instance: PinyinPhrase, **kwargs: Any) -> None:
    """Record the pages that have the phrase in a title or a short name, in whichever script."""
    phrase = folded(instance.phrase)
    named = Page.objects.values_list("pk", "title", "institutionpage__short_name")
    record(pk for pk, *names in named.iterator() if any(name and phrase in folded(name) for name in names))


def _term_changed(instance: Term, **kwargs: Any) -> None:
    if kwargs.get("created"):
        return
    versions = type(instance).objects.filter(translation_key=instance.translation_key)
    keys = [str(pk) for pk in versions.values_list("pk", flat=True)]
    references = ReferenceIndex.objects.filter(
        to_content_type=ReferenceIndex._get_base_content_type(instance), to_object_id__in=keys
    )
    ids = {int(pk) for pk in references.values_list("object_id", flat=True) if str(pk).isdigit()}
    # Wagtail brings its list of references up to date after a while only.
    ids |= set(_filed_under(type(instance), keys))
    record(ids | _translations(ids))


def _filed_under(model: type[Term], keys: list[str]) -> Iterator[int]:
    """Yield the pages that name one of some terms in a column of theirs, or in a row that links the two."""
    for relation in model._meta.related_objects:
        source: Any = relation.related_model
        linked = source._default_manager.filter(**{f"{relation.field.name}__in": keys})
        if issubclass(source, Page):
            yield from linked.values_list("pk", flat=True)
        elif any(field.name == "page" for field in source._meta.concrete_fields):
            yield from linked.values_list("page_id", flat=True)


def _pages_offering_from(collection: Collection) -> set[int]:
    inside = Collection.objects.descendant_of(collection, inclusive=True)
    return pages_offering(Document.objects.filter(collection__in=inside).values_list("pk", flat=True))


def _subtree(page: Page) -> set[int]:
    return set(Page.objects.descendant_of(page, inclusive=True).values_list("pk", flat=True))


def _translations(page_ids: set[int]) -> set[int]:
    keys = Page.objects.filter(pk__in=page_ids).values("translation_key")
    return set(Page.objects.filter(translation_key__in=keys).values_list("pk", flat=True))
