"""The choice of a picture in a block, read together with all that was made of it."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from wagtail.images.blocks import ImageChooserBlock

from designcity.images import DesignImage
from designcity.pictures.credits import fetch_credits


class PictureChooserBlock(ImageChooserBlock):
    """Fetches the pictures of a stream in few queries, however many there are."""

    def bulk_to_python(self, values: Iterable[Any]) -> list[DesignImage | None]:
        """Return the images by their ids, with their renditions, words and sources."""
        found: list[DesignImage | None] = super().bulk_to_python(values)
        images = [image for image in found if image]
        models.prefetch_related_objects(images, "renditions")
        fetch_credits(images)
        return found
