"""The attachments that pages offer, with their words."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Passage:
    """The text of one attachment."""

    title: str
    url: str
    text: str


def passages_of(page_ids: set[int]) -> dict[int, list[Passage]]:
    """Return the attachments of pages."""
    return {}
