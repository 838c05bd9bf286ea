"""Translations move with their original, as placeholders do, so that the trees stay in step."""

from collections.abc import Iterable

from wagtail.models import Page


def translations_to_move(pages: Iterable[Page], action: str) -> dict[Page, list[Page]]:
    """Return which pages move with others; what is unpublished or deleted stays in the other languages."""
    if action != "move":
        return {}
    return {page: list(page.get_translations().filter(alias_of__isnull=True)) for page in pages}
