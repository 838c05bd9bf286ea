"""A page that is taken down: nothing of it stays in its place but its address, in any language.

What it said is nowhere any more but with the takedown: whoever finds a way to open, copy or publish the page
finds it empty.
"""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.models import Q, QuerySet
from django.utils.translation import gettext, override
from modelcluster.models import get_all_child_relations
from wagtail.fields import StreamField
from wagtail.models import (
    Page,
    PageLogEntry,
    Revision,
    WorkflowState,
    get_default_page_content_type,
)
from wagtail_localize.models import SegmentOverride, String, StringTranslation, Template, TranslationSource

from designcity.pictures.models import SharePicture
from publications.first_page import FirstPage
from removals.takedowns import files
from removals.takedowns.errors import CannotTakeDown
from removals.takedowns.keeping import Keeping
from removals.takedowns.models import Takedown, TakenDownPage
from translating.files.models import Delivery
from translating.machine.models import Proposal
from translating.memory.models import Entry

STAYS = {
    *("path", "depth", "numchild", "slug", "url_path", "locale", "content_type", "owner", "alias_of"),
    *("live", "first_published_at", "expired"),
}
"""Columns of a page that say where it stands and whether it ever was public, and nothing of what it said."""
TEXTS = (models.CharField, models.TextField, StreamField)


def versions_of(page: Page) -> list[Page]:
    """Return a page in every language, and the placeholders and mirrors that show its text."""
    versions = Page.objects.filter(translation_key=page.translation_key)
    while True:
        ids = set(versions.values_list("pk", flat=True))
        keys = Page.objects.filter(pk__in=ids).values("translation_key")
        versions = Page.objects.filter(Q(translation_key__in=keys) | Q(alias_of__in=ids))
        if versions.count() == len(ids):
            return list(versions.specific().select_related("locale").order_by("pk"))


def lock(versions: Iterable[Page]) -> None:
    """Let whoever saves a page at this moment finish, and whoever saves it later see that it is down."""
    ids = [version.pk for version in versions]
    list(Page.objects.select_for_update().filter(pk__in=ids).order_by("pk").values_list("pk"))


def note_pages(takedown: Takedown, versions: Iterable[Page]) -> None:
    """Note which pages a takedown concerns, and where they stand."""
    TakenDownPage.objects.bulk_create(
        [
            TakenDownPage(
                takedown=takedown,
                page_id=version.pk,
                url_path=version.url_path,
                language_code=version.locale.language_code,
                was_public=version.live or version.first_published_at is not None,
            )
            for version in versions
        ]
    )


def take(page: Page, notes: Keeping) -> list[Page]:
    """Empty a page in every language, and return its versions as they were."""
    if page.depth <= 2:
        raise CannotTakeDown(gettext("A home page cannot be taken down."))
    versions = versions_of(page)
    lock(versions)
    if Takedown.objects.of_pages([version.pk for version in versions]).exists():
        raise CannotTakeDown(gettext("The page has been taken down already."))
    ids = [version.pk for version in versions]
    notes.takedown.documents = files.documents_of(versions)
    for version in versions:
        notes.watch(type(version)._base_manager.filter(pk=version.pk))
    for version in versions:
        _unpublish(version)
    files.remove_renditions([*files.pictures_of(versions), *_covers(notes.takedown.documents)])
    files.remove_share_pictures(SharePicture.objects.filter(page__in=ids))
    _remove_history(ids, notes)
    _remove_translations(versions, notes)
    for version in versions:
        _remove_children(version, notes)
        _empty(version)
    _rename_log(versions, notes)
    return versions


def _unpublish(version: Page) -> None:
    """Let everything that listens forget the page: search, feeds, placeholders.

    In nobody's name: who may take down need not be allowed to unpublish, and no lock holds it up.
    """
    present = type(version).objects.get(pk=version.pk)
    if present.live:
        present.unpublish(log_action=None)


def _covers(document_ids: list[int]) -> Iterable[int]:
    """Return the pictures of the first pages of documents."""
    drawn = FirstPage.objects.filter(document__in=document_ids, picture__isnull=False)
    return drawn.values_list("picture_id", flat=True)


def _remove_history(page_ids: list[int], notes: Keeping) -> None:
    """Remove what drafts and reviews hold; what is scheduled goes with them."""
    of_pages = {"base_content_type": get_default_page_content_type(), "object_id__in": map(str, page_ids)}
    notes.remove(WorkflowState.objects.filter(**of_pages))
    of_pages["object_id__in"] = map(str, page_ids)
    notes.remove(Revision.objects.filter(**of_pages))


def _remove_translations(versions: list[Page], notes: Keeping) -> None:
    """Remove what the translation editor holds, and the strings that no other page has."""
    keys = {version.translation_key for version in versions}
    sources = TranslationSource.objects.filter(object__in=keys)
    in_use = Q(segments__source__in=sources) | Q(translations__context__object__in=keys)
    strings = list(String.objects.filter(in_use).values_list("pk", flat=True))
    templates = list(Template.objects.filter(segments__source__in=sources).values_list("pk", flat=True))
    notes.remove(Delivery.objects.of_sources(sources))
    notes.remove(sources)
    notes.remove(StringTranslation.objects.filter(context__object__in=keys))
    notes.remove(SegmentOverride.objects.filter(context__object__in=keys))
    notes.remove(Proposal.objects.of_objects(keys))
    unused = String.objects.filter(pk__in=strings, segments=None)
    notes.remove(Entry.objects.of_segments(list(unused.values_list("data", flat=True))))
    notes.remove(unused)
    notes.remove(Template.objects.filter(pk__in=templates, segments=None))


def _remove_children(version: Page, notes: Keeping) -> None:
    """Remove the records that are part of a page, such as works, comments and links to institutions."""
    for relation in get_all_child_relations(type(version)):
        notes.remove(relation.related_model._base_manager.filter(**{relation.field.name: version.pk}))


def _empty(version: Page) -> None:
    model = type(version)
    emptied = {field.name: _nothing(field) for field in model._meta.concrete_fields if _says_something(field)}
    with override(version.locale.language_code):
        emptied |= {name: gettext("Taken down") for name in ("title", "draft_title")}
    rows: QuerySet[Any] = model._base_manager.filter(pk=version.pk)
    rows.update(**emptied, live=False, has_unpublished_changes=False)


def _says_something(field: models.Field) -> bool:
    if field.name in STAYS or field.primary_key or (field.remote_field and not field.null):
        return False
    return bool(field.null) or isinstance(field, TEXTS)


def _nothing(field: models.Field) -> Any:
    if field.null:
        return None
    if field.choices:
        return field.get_default()
    return [] if isinstance(field, StreamField) else ""


def _rename_log(versions: list[Page], notes: Keeping) -> None:
    """Take the title out of the log of what was done."""
    entries = PageLogEntry.objects.filter(page__in=[version.pk for version in versions])
    notes.watch(entries)
    entries.update(label=gettext("Taken down"), data={})
