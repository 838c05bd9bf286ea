"""Whether links within the site lead where they should: to pages that readers get, in their language."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _
from modelcluster.models import get_all_child_relations
from wagtail.blocks import PageChooserBlock, RichTextBlock
from wagtail.documents import get_document_model
from wagtail.fields import RichTextField
from wagtail.models import Locale, Page
from wagtail.rich_text import RichText

from designcity.blocks.links import Link
from designcity.pages import BasePage
from newsroom.checks import places
from newsroom.checks.addresses import leads_nowhere, of_this_site
from newsroom.checks.anchors import Anchor, anchors_in
from newsroom.checks.findings import Finding, Place, Severity

MOST_ADDRESSES = 20
"""Typed addresses of this site that are followed for one page: each costs a few queries."""


@dataclass
class Links:
    """All links of a page with their places."""

    pages: list[tuple[Place, int]] = field(default_factory=list)
    documents: list[tuple[Place, int]] = field(default_factory=list)
    addresses: list[tuple[Place, str]] = field(default_factory=list)
    empty: list[Place] = field(default_factory=list)


def check(page: BasePage) -> Iterator[Finding]:
    """Say which links lead nowhere, to what readers cannot see, or into another language."""
    links = _links(page)
    for place in links.empty:
        yield Finding(Severity.MUST, _("Choose a page or give an address: this link leads nowhere."), place)
    yield from _to_pages(page, links.pages)
    yield from _to_documents(links.documents)
    yield from _to_addresses(links.addresses)


def _to_pages(page: BasePage, links: list[tuple[Place, int]]) -> Iterator[Finding]:
    targets = Page.objects.in_bulk({pk for _place, pk in links})
    shown = _shown_instead(targets.values(), page.locale)
    for place, pk in links:
        target = targets.get(pk)
        if target is None:
            yield Finding(
                Severity.MUST, _("Take this link out or choose another page: its page was deleted."), place
            )
        elif target.translation_key != page.translation_key:
            yield from _to_page(target, shown.get(target.translation_key, target), page, place)


def _to_page(target: Page, shown: Page, page: BasePage, place: Place) -> Iterator[Finding]:
    if not shown.live:
        sentence = _("“%(title)s” is not published, readers of this link get no page: publish it first.")
        yield Finding(Severity.SHOULD, sentence % {"title": target.title}, place)
    elif shown.locale_id != page.locale_id:
        sentence = _("“%(title)s” leads to the version in another language: there is none in this language.")
        yield Finding(Severity.SHOULD, sentence % {"title": target.title}, place)


def _shown_instead(targets: Any, locale: Locale) -> dict[Any, Page]:
    """Return the live versions of the targets in a language: readers are led there."""
    keys = {target.translation_key for target in targets if target.locale_id != locale.pk}
    if not keys:
        return {}
    versions = Page.objects.live().filter(translation_key__in=keys, locale=locale, alias_of__isnull=True)
    return {version.translation_key: version for version in versions}


def _to_documents(links: list[tuple[Place, int]]) -> Iterator[Finding]:
    if not links:
        return
    wanted = {pk for _place, pk in links}
    there = set(get_document_model().objects.filter(pk__in=wanted).values_list("pk", flat=True))
    for place, pk in links:
        if pk not in there:
            yield Finding(
                Severity.MUST, _("Take this link out or choose another file: its file was deleted."), place
            )


def _to_addresses(links: list[tuple[Place, str]]) -> Iterator[Finding]:
    known: dict[str, bool] = {}
    for place, address in links:
        if address not in known and len(known) < MOST_ADDRESSES:
            known[address] = leads_nowhere(address)
        if known.get(address):
            sentence = _(
                "Nothing of this site is at %(address)s: choose the page instead of typing its address."
            )
            yield Finding(Severity.SHOULD, sentence % {"address": address}, place)


def _links(page: BasePage) -> Links:
    found = Links()
    for place, html in _rich_texts(page):
        _sort_in(found, place, anchors_in(html))
    for part in places.parts(page):
        _sort_in_block(found, part)
    for place, pk in _records(page):
        found.pages.append((place, pk))
    return found


def _sort_in_block(found: Links, part: places.Part) -> None:
    if isinstance(part.block, Link):
        if not part.value["page"] and not part.value["address"]:
            found.empty.append(part.place.within("page", str(part.block.child_blocks["page"].label)))
        elif of_this_site(part.value["address"] or ""):
            place = part.place.within("address", str(part.block.child_blocks["address"].label))
            found.addresses.append((place, part.value["address"]))
    elif isinstance(part.block, PageChooserBlock) and part.value is not None:
        found.pages.append((part.place, part.value.pk))


def _sort_in(found: Links, place: Place, anchors: list[Anchor]) -> None:
    for anchor in anchors:
        if anchor.kind == "page":
            found.pages.append((place, anchor.target))
        elif anchor.kind == "document":
            found.documents.append((place, anchor.target))
        elif of_this_site(anchor.address):
            found.addresses.append((place, anchor.address))


def _rich_texts(page: BasePage) -> Iterator[tuple[Place, str]]:
    for one in page._meta.get_fields():
        if isinstance(one, RichTextField):
            yield places.field(page, one.name), getattr(page, one.name) or ""
    for part in places.parts(page):
        if isinstance(part.block, RichTextBlock) and isinstance(part.value, RichText):
            yield part.place, part.value.source or ""


def _records(page: Any) -> Iterator[tuple[Place, int]]:
    """Yield the pages that child records of the page name."""
    for relation in get_all_child_relations(page):
        name = relation.get_accessor_name()
        fields = [one for one in relation.related_model._meta.get_fields() if _leads_to_a_page(one, relation)]
        for record in getattr(page, name).all() if fields else ():
            for one in fields:
                pk = getattr(record, one.attname)
                if pk:
                    yield places.relation(page, name), pk


def _leads_to_a_page(one: Any, relation: Any) -> bool:
    target = one.related_model
    is_page = isinstance(target, type) and issubclass(target, Model) and issubclass(target, Page)
    return bool(one.many_to_one and is_page and one.name != relation.field.name)
