"""A block by itself: what it shows of a value, what it refuses, what of it is searched."""

from typing import Any

from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.test import RequestFactory
from wagtail.blocks import Block

from designcity.blocks import BODY

BLOCKS: dict[str, Block] = dict(BODY)


def rendered(name: str, value: Any, **context: Any) -> BeautifulSoup:
    """Return the HTML of a block with a value, as a page shows it."""
    block = BLOCKS[name]
    context.setdefault("request", RequestFactory().get("/"))
    return BeautifulSoup(block.render(block.normalize(value), context=context), "html.parser")


def words(name: str, value: Any, **context: Any) -> str:
    """Return the words that a reader sees of a block, one space between them."""
    return " ".join(rendered(name, value, **context).get_text(" ").split())


def refused(name: str, value: Any) -> list[str]:
    """Return the parts of a value at which a mistake is said; `sessions.1.ends` is one within a list."""
    block = BLOCKS[name]
    try:
        block.clean(block.normalize(value))
    except ValidationError as error:
        return sorted(_parts(error))
    return []


def searched(name: str, value: Any) -> list[str]:
    """Return what the search indexes of a block."""
    block = BLOCKS[name]
    return [text for text in block.get_searchable_content(block.normalize(value)) if text and text != "None"]


def _parts(error: Any, path: str = "") -> list[str]:
    inner = getattr(error, "block_errors", None) or getattr(error, "cell_errors", None)
    if not inner:
        return [path.lstrip(".")]
    if isinstance(inner, list):
        inner = dict(enumerate(inner))
    return [part for key, one in inner.items() if one for part in _within(one, f"{path}.{key}")]


def _within(error: Any, path: str) -> list[str]:
    """Return the parts within a row of a table, or within a block."""
    if isinstance(error, dict):
        return [part for key, one in error.items() for part in _parts(one, f"{path}.{key}")]
    return _parts(error, path)
