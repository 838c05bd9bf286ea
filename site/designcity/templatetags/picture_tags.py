"""Pictures in templates: `{% shaped image "card" alt="" loading="lazy" %}`."""

from typing import Any

from django import template
from django.utils.safestring import SafeString
from wagtail.images.models import AbstractRendition

from designcity.images import DesignImage
from designcity.pictures.shapes import SHAPES
from designcity.pictures.showing import made_of, picture_html

register = template.Library()


@register.simple_tag
def shaped(image: DesignImage | None, shape: str, **attributes: Any) -> SafeString | str:
    """Return the picture in a shape of the layout, its `<img>` with attributes; nothing without an image."""
    return picture_html(image, SHAPES[shape], attributes) if image else ""


@register.simple_tag
def made(image: DesignImage | None, shape: str) -> AbstractRendition | None:
    """Return the first of what was made of an image in a shape; None while there is nothing."""
    return next(iter(made_of(image, SHAPES[shape]).values()), None) if image else None
