"""The pictures that published pages show, by Wagtail's index of what refers to what; no page is opened."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Cast
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex

LOGO = "logo"
"""The field of a page whose picture is no content: a logo needs neither credit nor licence."""

WITHOUT_CREDIT = Q(credit="")
WITHOUT_LICENCE = Q(licence="")


def ending_by(day: datetime.date) -> Q:
    """Return the condition of pictures that may be shown no longer than to a day."""
    return Q(expires_on__lte=day)


def showing(condition: Q) -> Exists:
    """Return the condition of pages that show a picture for which another condition holds."""
    wanted = get_image_model().objects.filter(condition).values(text=Cast("pk", CharField()))
    page = Cast(OuterRef("pk"), CharField())
    return Exists(_references().filter(object_id=page, to_object_id__in=wanted))


def of_pages(pages: Iterable[int]) -> dict[int, list[Any]]:
    """Return the pictures of some pages by the page's id, each once; three queries."""
    found: dict[int, set[int]] = defaultdict(set)
    references = _references().filter(object_id__in=[str(pk) for pk in pages])
    for page, picture in references.values_list("object_id", "to_object_id"):
        found[int(page)].add(int(picture))
    keys = {key for of_page in found.values() for key in of_page}
    pictures = get_image_model().objects.select_related("source").in_bulk(keys)
    return {
        page: [pictures[key] for key in sorted(of_page) if key in pictures] for page, of_page in found.items()
    }


def shown_on_live_pages() -> QuerySet:
    """Return the pictures that published pages show."""
    live = Page.objects.live().values(text=Cast("pk", CharField()))
    shown = _references().filter(object_id__in=live, to_object_id=Cast(OuterRef("pk"), CharField()))
    pictures: QuerySet = get_image_model().objects.filter(Exists(shown))
    return pictures


def _references() -> QuerySet:
    kinds = ContentType.objects.get_for_models(Page, get_image_model())
    references: QuerySet = ReferenceIndex.objects.filter(
        base_content_type=kinds[Page], to_content_type=kinds[get_image_model()]
    ).exclude(model_path=LOGO)
    return references
