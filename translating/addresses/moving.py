"""Translations and placeholders move with their original, so that the trees stay in step."""

from collections.abc import Iterable

from wagtail.models import Page


def versions_to_move(pages: Iterable[Page], action: str) -> dict[Page, list[Page]]:
    """Return which pages move with others; what is unpublished or deleted stays in the other languages."""
    return {page: list(page.get_translations()) for page in pages} if action == "move" else {}
