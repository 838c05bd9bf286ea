"""What a Word file holds that a page does not take over; imports no Django."""

from enum import StrEnum

LONGEST = 200


class Remark(StrEnum):
    """What was found in a file."""

    INSERTED = "inserted"
    DELETED = "deleted"
    COMMENTS = "comments"
    HEADERS = "headers"
    TEXT_BOXES = "text_boxes"
    CHARTS = "charts"
    DRAWINGS = "drawings"
    FORMULAS = "formulas"
    PICTURES = "pictures"
    LINKED_PICTURES = "linked_pictures"
    OBJECTS = "objects"
    FILES = "files"
    UNKNOWN = "unknown"


Remarks = list[tuple[Remark, str]]
"""What was found, each with what it concerns."""


def short(text: str) -> str:
    """Return a text as it can be quoted."""
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
