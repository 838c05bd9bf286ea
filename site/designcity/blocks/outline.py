"""The headings of a body: their levels, and the anchors by which they can be linked."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from designcity.addresses import readable_slug


@dataclass(frozen=True)
class Outlined:
    """A block of a body, the anchor of its heading (empty without one), and the levels of headings.

    `level` is that of the block's own heading, `inner` that of the headings below it.
    """

    block: Any
    anchor: str
    level: int
    inner: int


def outlined(body: Iterable[Any]) -> list[Outlined]:
    """Return the blocks of a body with what its headings need so that no level is left out."""
    found: list[Outlined] = []
    taken: set[str] = set()
    in_section = False
    for block in body:
        title = _title(block)
        level = 3 if in_section and _is_part(block) else 2
        in_section = in_section or bool(title)
        found.append(Outlined(block, _anchor(title, taken), level, 3 if in_section else 2))
    return found


def _title(block: Any) -> str:
    """Return the words of a block's own heading; empty when it has none."""
    if not hasattr(block.value, "get"):
        return ""
    return str(block.value.get(getattr(block.block.meta, "title_part", "title")) or "")


def _is_part(block: Any) -> bool:
    return hasattr(block.value, "get") and block.value.get("level") == "h3"


def _anchor(title: str, taken: set[str]) -> str:
    """Return an anchor that no other heading has; its `s-` keeps it apart from the ids of the page's frame."""
    if not title:
        return ""
    anchor = wanted = f"s-{readable_slug(title, fallback='part')}"
    number = 1
    while anchor in taken:
        number += 1
        anchor = f"{wanted}-{number}"
    taken.add(anchor)
    return anchor
