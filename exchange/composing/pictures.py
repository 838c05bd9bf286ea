"""Pictures of HTML as the values of their blocks."""

from collections.abc import Callable
from typing import Any

from bs4.element import Tag

from designcity.images import DesignImage
from exchange.composing.findings import Left, Noticed

Pictures = Callable[[str, str], DesignImage | None]
"""Gives the picture at an address, with its alternative text; None when there is none to be had."""
LONGEST = 255
LATER = ("data-src", "data-original", "data-lazy-src")
"""Where pages that load their pictures late keep the real address."""


def picture_value(node: Tag, caption: str, pictures: Pictures, noticed: Noticed) -> dict[str, Any] | None:
    """Return the value of a picture block; None for what is no picture or cannot be had."""
    source = address_of(node)
    if not source or _is_counter(node):
        return None
    alt = " ".join(str(node.get("alt") or "").split())
    image = pictures(source, alt)
    if image is None:
        shown = source if not source.startswith("data:") else ""
        noticed.note(Left.PICTURES, " ".join(filter(None, [alt, shown])))
        return None
    if len(alt) > LONGEST:
        noticed.note(Left.LONG_DESCRIPTION, alt)
        alt = f"{alt[: LONGEST - 1]}…"
    is_decorative = node.get("alt") == ""
    described = alt or ("" if is_decorative else image.default_alt_text[:LONGEST])
    if not described and not is_decorative:
        noticed.note(Left.UNDESCRIBED)
    return {"image": image, "alt_text": described, "decorative": is_decorative, "caption": caption[:LONGEST]}


def address_of(node: Tag) -> str:
    """Return where the picture, film or sound of an element is; empty when it says nothing."""
    later = next((str(node[name]) for name in LATER if node.get(name)), "")
    return (later or str(node.get("src") or node.get("data") or "")).strip()


def _is_counter(node: Tag) -> bool:
    """Whether a picture is one of those that count readers: a dot."""
    return any(str(node.get(name, "")).strip() in ("0", "1", "2") for name in ("width", "height"))
