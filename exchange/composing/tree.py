"""Looks for elements within an element: what the library's own search does, without its cost."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from bs4.element import Tag


def first_in(node: Tag, names: AbstractSet[str]) -> Tag | None:
    """Return the first element within with one of the names."""
    found = (one for one in node.descendants if isinstance(one, Tag) and one.name in names)
    return next(found, None)


def holds(node: Tag, names: AbstractSet[str]) -> bool:
    """Whether an element with one of the names is within."""
    return first_in(node, names) is not None


def children_of(node: Tag, names: AbstractSet[str]) -> Iterator[Tag]:
    """Yield the elements right below with one of the names."""
    for one in node.children:
        if isinstance(one, Tag) and one.name in names:
            yield one
