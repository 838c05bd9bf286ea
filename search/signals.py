"""Everything that can change what readers may find: each signal records the pages it concerns.

Nothing here talks to Elasticsearch: the record is part of the change's own transaction, and the
worker (`manage.py search worker`) carries it out.
"""

from typing import Any

from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from wagtail.models import Page, PageViewRestriction, ReferenceIndex, get_page_models
from wagtail.signals import page_published, page_unpublished, post_page_move

from designcity.pages import BasePage
from designcity.terms import Term
from search.outbox import record


def connect() -> None:
    """Listen to pages, privacy and the terms that documents name."""
    page_published.connect(_page_changed, dispatch_uid="search")
    page_unpublished.connect(_page_changed, dispatch_uid="search")
    post_page_move.connect(_subtree_changed, dispatch_uid="search")
    pre_save.connect(_address_changed, sender=Page, dispatch_uid="search")
    for model in get_page_models():
        if issubclass(model, BasePage):
            pre_save.connect(_address_changed, sender=model, dispatch_uid="search")
            post_save.connect(_page_changed, sender=model, dispatch_uid="search")
            post_delete.connect(_page_changed, sender=model, dispatch_uid="search")
    post_save.connect(_privacy_changed, sender=PageViewRestriction, dispatch_uid="search")
    post_delete.connect(_privacy_changed, sender=PageViewRestriction, dispatch_uid="search")
    for term in Term.__subclasses__():
        post_save.connect(_term_changed, sender=term, dispatch_uid="search")
        pre_delete.connect(_term_changed, sender=term, dispatch_uid="search")


def _page_changed(instance: Page, **kwargs: Any) -> None:
    record({instance.pk})


def _address_changed(instance: Page, **kwargs: Any) -> None:
    """Record the pages below too when the address changes: Wagtail's own signals come after the commit."""
    if kwargs.get("raw") or instance.pk is None:
        return
    before = Page.objects.filter(pk=instance.pk).values_list("url_path", flat=True).first()
    if before is not None and before != instance.url_path:
        record(_subtree(instance))


def _subtree_changed(instance: Page, **kwargs: Any) -> None:
    record(_subtree(instance))


def _privacy_changed(instance: PageViewRestriction, **kwargs: Any) -> None:
    page = Page.objects.filter(pk=instance.page_id).first()
    if page is not None:
        record(_subtree(page))


def _term_changed(instance: Term, **kwargs: Any) -> None:
    if kwargs.get("created"):
        return
    versions = type(instance).objects.filter(translation_key=instance.translation_key)
    keys = [str(pk) for pk in versions.values_list("pk", flat=True)]
    references = ReferenceIndex.objects.filter(
        to_content_type=ReferenceIndex._get_base_content_type(instance), to_object_id__in=keys
    )
    ids = {int(pk) for pk in references.values_list("object_id", flat=True) if str(pk).isdigit()}
    named = Page.objects.filter(pk__in=ids)
    record(
        set(
            Page.objects.filter(translation_key__in=named.values("translation_key")).values_list(
                "pk", flat=True
            )
        )
    )


def _subtree(page: Page) -> set[int]:
    return set(Page.objects.descendant_of(page, inclusive=True).values_list("pk", flat=True))
