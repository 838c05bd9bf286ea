"""The parts of a page that checks look at: fields, and every block within its texts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.text import capfirst
from wagtail.blocks import Block, ListBlock, StreamBlock, StructBlock

from designcity.streams import stream_fields
from newsroom.checks.findings import Place


@dataclass(frozen=True)
class Part:
    """A block within a page, with its value and its place."""

    place: Place
    block: Block
    value: Any


def field(page: models.Model, name: str) -> Place:
    """Return the place of a field of the page."""
    found: Any = page._meta.get_field(name)
    return Place((name,), capfirst(str(found.verbose_name)))


def relation(page: models.Model, name: str) -> Place:
    """Return the place of child records of the page: `name` is the relation's."""
    child: Any = page._meta.get_field(name).related_model
    return Place((name,), capfirst(str(child._meta.verbose_name)), is_relation=True)


def has(page: models.Model, *names: str) -> bool:
    """Whether the page type has all of these fields."""
    known = {one.name for one in page._meta.get_fields()}
    return known.issuperset(names)


def streams(page: models.Model) -> Iterator[tuple[Place, Any]]:
    """Yield the place and the value of each of the page's fields that are composed of blocks."""
    for one in stream_fields(page):
        yield field(page, one.name), getattr(page, one.name)


def blocks(page: models.Model) -> dict[str, Place]:
    """Return the places of the blocks of the page's texts, those within blocks left out, by their ids."""
    return {
        name: place.within(name, str(child.block.label))
        for place, value in streams(page)
        for name, child in named(value)
    }


def parts(page: models.Model) -> Iterator[Part]:
    """Yield every block of the page and every block within it, in their order."""
    for place, value in streams(page):
        yield from _within(place, value.stream_block, value)


def named(children: Iterable[Any]) -> Iterator[tuple[str, Any]]:
    """Yield blocks of a list with their names in a path: their ids, or their numbers while they have none."""
    for number, child in enumerate(children):
        yield str(child.id or number), child


def _within(place: Place, block: Block, value: Any) -> Iterator[Part]:
    if isinstance(block, StreamBlock):
        for name, child in named(value or ()):
            yield from _part(place.within(name, str(child.block.label)), child.block, child.value)
    elif isinstance(block, ListBlock):
        for name, child in named(getattr(value, "bound_blocks", ())):
            yield from _part(place.within(name), block.child_block, child.value)
    elif isinstance(block, StructBlock) and value is not None:
        for name, child in block.child_blocks.items():
            yield from _part(place.within(name, str(child.label)), child, value.get(name))


def _part(place: Place, block: Block, value: Any) -> Iterator[Part]:
    yield Part(place, block, value)
    yield from _within(place, block, value)
