"""Making the sizes of the pictures that a page shows, before any reader asks for them."""

import logging
from collections.abc import Iterator

from django.contrib.contenttypes.models import ContentType
from django.db import models
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import Filter, SourceImageIOError
from wagtail.models import Page, ReferenceIndex

from designcity.images import DesignImage
from designcity.pages import BasePage
from designcity.pictures.shapes import SHAPES
from designcity.streams import stream_fields

logger = logging.getLogger(__name__)

Wanted = dict[int, set[str]]
"""The names of shapes by image id."""


def wanted_by(page: BasePage) -> Wanted:
    """Return which images a page shows, in which shapes, on itself and where a card stands for it."""
    wanted: Wanted = {}
    for image_id, shape in [*_of_fields(page), *_of_streams(page)]:
        wanted.setdefault(image_id, set()).add(shape)
    return wanted


def missing(wanted: Wanted) -> dict[DesignImage, list[Filter]]:
    """Return what has not been made yet, by image; two queries whatever is wanted."""
    images = DesignImage.objects.filter(pk__in=wanted).prefetch_related("renditions")
    lacking = {image: _lacking(image, wanted[image.pk]) for image in images}
    return {image: filters for image, filters in lacking.items() if filters}


def make(wanted: Wanted) -> int:
    """Make what is missing and return how many; a file that cannot be read is logged and passed over."""
    return sum(_made(image, one) for image, filters in missing(wanted).items() for one in filters)


def make_plain(wanted: Wanted) -> int:
    """Make what is missing of the format that every browser reads, which is made quickly; return how many."""
    plain = {image_id: {SHAPES[name].formats[-1] for name in shapes} for image_id, shapes in wanted.items()}
    return sum(
        _made(image, one)
        for image, filters in missing(wanted).items()
        for one in filters
        if one.spec.rpartition("-")[2] in plain[image.pk]
    )


def pages_showing(image: DesignImage) -> Iterator[BasePage]:
    """Yield the pages that refer to an image, as readers see them."""
    references = ReferenceIndex.get_references_to(image)
    ids = references.filter(base_content_type=ContentType.objects.get_for_model(Page)).values_list("object_id")
    pages = Page.objects.filter(pk__in=[int(one) for (one,) in ids]).specific()
    yield from (page for page in pages if isinstance(page, BasePage))


def _lacking(image: DesignImage, shapes: set[str]) -> list[Filter]:
    filters = list(dict.fromkeys(one for name in sorted(shapes) for one in SHAPES[name].filters))
    found = image.find_existing_renditions(*filters)
    return [one for one in filters if one not in found]


def _made(image: DesignImage, wanted: Filter) -> bool:
    try:
        image.get_rendition(wanted)
    except (SourceImageIOError, InvalidFilterSpecError, OSError) as error:
        logger.warning("The picture “%s” cannot be made as %s: %s", image.title, wanted.spec, error)
        return False
    return True


def _of_fields(page: BasePage) -> Iterator[tuple[int, str]]:
    for path, shapes in page.picture_shapes.items():
        relation, _, name = path.rpartition("__")
        for owner in getattr(page, relation).all() if relation else [page]:
            yield from ((image_id, shape) for image_id in _image_ids(owner, name) for shape in shapes)


def _image_ids(owner: models.Model, name: str) -> Iterator[int]:
    """Yield the id of the image that a field or a property of `owner` names."""
    if hasattr(owner, f"{name}_id"):
        image_id = getattr(owner, f"{name}_id")
    else:
        image_id = getattr(getattr(owner, name), "pk", None)
    if image_id:
        yield int(image_id)


def _of_streams(page: BasePage) -> Iterator[tuple[int, str]]:
    for field in stream_fields(page):
        for model, image_id, path, _ in field.extract_references(field.value_from_object(page)):
            if issubclass(model, DesignImage):
                block = field.stream_block.child_blocks[path.partition(".")[0]]
                yield int(image_id), getattr(block.meta, "picture_shape", "body")
