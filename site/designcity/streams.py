"""The fields of a page that are composed of blocks."""

from django.db import models
from wagtail.fields import StreamField


def stream_fields(model: models.Model | type[models.Model]) -> list[StreamField]:
    """Return the fields of a page, or of a page type, that are composed of blocks, in their order."""
    return [field for field in model._meta.get_fields() if isinstance(field, StreamField)]
