"""Which documents pages offer: those that their own fields, texts, blocks and lists of files name.

Read from the pages themselves and not from Wagtail's list of references, which a task brings up to date only
after the change: a page would be composed before its documents are known, and never again.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from wagtail import blocks
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.rich_text import extract_references_from_rich_text

from designcity.blocks.links import Download
from search.models.attachments import Offer

Titles = dict[int, str]
"""What a page calls each document, in the order in which it offers them; empty: by the document's own title."""


def offered_by(page_ids: set[int]) -> dict[int, Titles]:
    """Return the documents that pages offer, in one query and one more for each page type."""
    pages = Page.objects.filter(pk__in=page_ids).order_by()  # an order would make every page distinct
    types = pages.values_list("content_type_id", flat=True).distinct()
    models = [ContentType.objects.get_for_id(pk).model_class() for pk in types]
    found: dict[int, Titles] = {}
    for model in models:
        if model is not None:
            found |= _offered_by_type(model, page_ids)
    return found


def remember(offered: dict[int, Titles]) -> None:
    """Write down which pages offer a document, so that they are found when the document changes."""
    rows = [
        Offer(page_id=pk, document_id=document) for pk in sorted(offered) for document in sorted(offered[pk])
    ]
    if rows:
        Offer.objects.bulk_create(rows, ignore_conflicts=True)


def pages_offering(document_ids: Iterable[int]) -> set[int]:
    """Return the pages to compose anew when documents change: those that offer them, or did so once."""
    offers = Offer.objects.filter(document_id__in=document_ids)
    return set(offers.values_list("page_id", flat=True))


def _offered_by_type(model: Any, page_ids: set[int]) -> dict[int, Titles]:
    fields = [field for field in model._meta.concrete_fields if _may_name_documents(field)]
    if not fields:
        return {}
    rows = model.objects.filter(pk__in=page_ids).values_list("pk", *(field.name for field in fields))
    found: dict[int, Titles] = {}
    for pk, *values in rows:
        named = [one for field, value in zip(fields, values, strict=True) for one in _in_field(field, value)]
        if named:
            found[pk] = _once(named)
    return found


def _may_name_documents(field: Any) -> bool:
    return isinstance(field, StreamField | RichTextField) or field.related_model is get_document_model()


def _once(named: list[tuple[int, str]]) -> Titles:
    """Return each document once, where it comes first, with the first title that it is given."""
    titles: Titles = {}
    for document, title in named:
        titles[document] = titles.get(document) or title
    return titles


def _in_field(field: Any, value: Any) -> Iterator[tuple[int, str]]:
    if isinstance(field, RichTextField):
        return _in_rich_text(value)
    if field.related_model is get_document_model():
        return iter([(value, "")] if value else [])
    return _in_block(field.stream_block, value.raw_data)


def _in_block(block: blocks.Block | None, value: Any) -> Iterator[tuple[int, str]]:
    """Yield the documents that a block names, and their titles; `value` is as the database holds it."""
    if not value:
        return
    if isinstance(block, DocumentChooserBlock):
        yield int(value), ""
    elif isinstance(block, blocks.RichTextBlock):
        yield from _in_rich_text(value)
    elif isinstance(block, Download):
        if value.get("document"):
            yield int(value["document"]), str(value.get("title") or "")
    elif isinstance(block, blocks.StructBlock):
        for name, child in block.child_blocks.items():
            yield from _in_block(child, value.get(name))
    elif isinstance(block, blocks.StreamBlock):
        for item in value:
            yield from _in_block(block.child_blocks.get(item["type"]), item["value"])
    elif isinstance(block, blocks.ListBlock):
        for item in value:
            yield from _in_block(block.child_block, _unwrapped(item))


def _unwrapped(item: Any) -> Any:
    """Return the value of an item of a list, which older content holds bare."""
    return item["value"] if isinstance(item, dict) and item.get("type") == "item" else item


def _in_rich_text(html: str) -> Iterator[tuple[int, str]]:
    for model, pk, *_path in extract_references_from_rich_text(html or ""):
        if model is get_document_model() and str(pk).isdigit():
            yield int(pk), ""
