"""A picture's HTML, from what has been made of it: nothing is made while a reader waits."""

from typing import Any

from django.forms.utils import flatatt
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.images.models import AbstractRendition, Picture

from designcity.images import DesignImage
from designcity.pictures.shapes import Shape

Attributes = dict[str, Any]
EMPTY = "designcity/img/picture.svg"


def picture_html(image: DesignImage, shape: Shape, attributes: Attributes) -> SafeString:
    """Return a `<picture>` with all that was made of `image` for `shape`; an empty one until that is done.

    Width and height are always set, so that nothing jumps when the picture arrives. The original is for the
    office alone: it may be huge, and tell where and by whom it was taken.
    """
    made = made_of(image, shape)
    if not made:
        return _empty(image, attributes)
    html = Picture(made, {"sizes": shape.sizes} | attributes).__html__()
    return SafeString(html)


def made_of(image: DesignImage, shape: Shape) -> dict[str, AbstractRendition]:
    """Return the renditions of `shape` by filter spec, each width once; none until every browser has one."""
    found = {one.spec: made for one, made in image.find_existing_renditions(*shape.filters).items()}
    if not any(spec in found for spec in shape.fallback):
        return {}
    ordered = [one.spec for one in shape.filters if one.spec in found]
    return _each_width_once({spec: found[spec] for spec in ordered})


def _each_width_once(made: dict[str, AbstractRendition]) -> dict[str, AbstractRendition]:
    """Leave out what a picture smaller than the layout would give twice."""
    kept: dict[tuple[str, int], str] = {}
    for spec, rendition in made.items():
        kept.setdefault((spec.rpartition("-")[2], rendition.width), spec)
    return {spec: made[spec] for spec in kept.values()}


def _empty(image: DesignImage, attributes: Attributes) -> SafeString:
    shown = {"src": static(EMPTY), "width": image.width, "height": image.height, "alt": ""} | attributes
    return format_html("<picture><img{}></picture>", flatatt(shown))
