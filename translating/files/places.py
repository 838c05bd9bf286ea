"""What the place of a segment is called, and how much it holds."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.text import capfirst
from wagtail.blocks import Block
from wagtail.fields import StreamField


@dataclass(frozen=True)
class Place:
    """The name of a field or block, such as “Text › Picture › Caption”, and its length in characters."""

    label: str
    most: int | None = None


def place_of(model: Any, field_path: str) -> Place:
    """Return the place that a path leads to, such as `body.picture.caption`; empty for one that is gone."""
    first, *rest = field_path.split(".")
    try:
        field = model._meta.get_field(first)
    except FieldDoesNotExist:
        return Place("")
    if isinstance(field, models.ManyToOneRel):
        inner = place_of(field.related_model, ".".join(rest))
        return Place(_joined([field.related_model._meta.verbose_name, inner.label]), inner.most)
    if not isinstance(field, StreamField):
        return Place(_joined([field.verbose_name]), getattr(field, "max_length", None))
    blocks = list(_blocks(field.stream_block, rest))
    last = getattr(blocks[-1], "field", None) if blocks else None
    return Place(
        _joined([field.verbose_name, *(block.label for block in blocks)]), getattr(last, "max_length", None)
    )


def _blocks(block: Block | None, names: list[str]) -> Iterator[Block]:
    for name in names:
        children = getattr(block, "child_blocks", {})
        block = children.get(name) or getattr(block, "child_block", None)
        if block is None:
            return
        if name in children:
            yield block


def _joined(labels: list[Any]) -> str:
    return " › ".join(capfirst(str(label)) for label in labels if label)
