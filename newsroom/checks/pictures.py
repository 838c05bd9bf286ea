"""Whether every picture is described, and says who made it."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
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


def check_credit(page: BasePage) -> Iterator[Finding]:
    """Say which pictures name nobody as their maker, each once: the credit is kept with the picture."""
    for picture, place in {picture.pk: (picture, place) for picture, place in _pictures(page)}.values():
        if not picture.credit.strip():
            sentence = _("Say who made the picture “%(title)s”: the credit is kept with the picture.")
            yield Finding(Severity.SHOULD, sentence % {"title": picture.title}, place)


def _described_fields(page: BasePage) -> list[str]:
    """Return the fields that hold a picture whose description stands in a field beside it."""
    names = [one.name for one in page._meta.get_fields() if one.related_model is get_image_model()]
    return [name for name in names if places.has(page, f"{name}_alt")]


def _lacks_description(value: Any) -> bool:
    keys = value.keys() if hasattr(value, "keys") else ()
    if not {"image", "alt_text"}.issubset(keys) or value["image"] is None:
        return False
    return not (value["alt_text"] or "").strip() and not value.get("decorative")


def _pictures(page: BasePage) -> Iterator[tuple[Any, Place]]:
    """Yield the pictures with their places; what makes no picture of the page itself, its share image, too."""
    for one in page._meta.get_fields():
        if one.related_model is get_image_model() and one.name != "logo":
            picture = getattr(page, one.name)
            if picture is not None:
                yield picture, places.field(page, one.name)
    for part in places.parts(page):
        if isinstance(part.block, ImageChooserBlock) and part.value is not None:
            yield part.value, part.place
