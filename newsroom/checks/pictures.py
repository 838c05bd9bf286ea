"""Whether every picture is described, says who made it, and may be shown."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from modelcluster.models import get_all_child_relations
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageChooserBlock

from designcity.pages import BasePage
from newsroom.checks import places
from newsroom.checks.findings import Finding, Place, Severity


def check_alternative_text(page: BasePage) -> Iterator[Finding]:
    """Say which pictures are not described for people who cannot see them."""
    sentence = _("Describe the picture for people who cannot see it.")
    for name in _described_fields(page):
        if getattr(page, f"{name}_id") and not getattr(page, f"{name}_alt").strip():
            yield Finding(Severity.MUST, sentence, places.field(page, f"{name}_alt"))
    for part in places.parts(page):
        if _lacks_description(part.value):
            where = part.place.within("alt_text", str(part.block.child_blocks["alt_text"].label))
            yield Finding(Severity.MUST, _("Describe the picture, or tick “Decoration only”."), where)


def check_rights(page: BasePage) -> Iterator[Finding]:
    """Say which pictures lack maker or licence, or may be shown no more; each once, with its own form."""
    for picture, place in {picture.pk: (picture, place) for picture, place in shown(page)}.values():
        address = reverse("wagtailimages:edit", args=[picture.pk])
        for right, sentence in _lacking(picture):
            said = sentence % {"title": picture.title}
            yield Finding(Severity.MUST, said, place, address, right=f"{right} {picture.pk}")


def _lacking(picture: Any) -> Iterator[tuple[str, str]]:
    """Yield what a picture lacks: the right in question, and what to do."""
    if not picture.credit.strip():
        yield "credit", _("Say who made the picture “%(title)s”: the credit is kept with the picture.")
    if not picture.licence:
        yield "licence", _("Choose the licence of the picture “%(title)s”: it is kept with the picture.")
    if picture.has_expired:
        sentence = _("Take another picture than “%(title)s”, or renew its permission: that ended on %(day)s.")
        day = date_format(picture.expires_on, "SHORT_DATE_FORMAT")
        yield f"expired {picture.expires_on}", sentence.replace("%(day)s", day)


def _described_fields(page: BasePage) -> list[str]:
    """Return the fields that hold a picture whose description stands in a field beside it."""
    names = [one.name for one in page._meta.get_fields() if one.related_model is get_image_model()]
    return [name for name in names if places.has(page, f"{name}_alt")]


def _lacks_description(value: Any) -> bool:
    keys = value.keys() if hasattr(value, "keys") else ()
    if not {"image", "alt_text"}.issubset(keys) or value["image"] is None:
        return False
    return not (value["alt_text"] or "").strip() and not value.get("decorative")


def shown(page: BasePage) -> Iterator[tuple[Any, Place]]:
    """Yield the pictures that the page shows as its content or shares, with their places; no logos."""
    for one in page._meta.get_fields():
        if one.related_model is get_image_model() and one.name != "logo":
            picture = getattr(page, one.name)
            if picture is not None:
                yield picture, places.field(page, one.name)
    yield from _of_child_records(page)
    for part in places.parts(page):
        if isinstance(part.block, ImageChooserBlock) and part.value is not None:
            yield part.value, part.place


def _of_child_records(page: BasePage) -> Iterator[tuple[Any, Place]]:
    """Yield the pictures of child records, such as the works of an award."""
    for relation in get_all_child_relations(type(page)):
        names = [
            one.name for one in relation.related_model._meta.fields if one.related_model is get_image_model()
        ]
        if names:
            name = relation.get_accessor_name()
            for child in getattr(page, name).all():
                for picture in filter(None, (getattr(child, one) for one in names)):
                    yield picture, places.relation(page, name)
