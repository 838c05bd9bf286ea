"""What the process that reads a file and the one that waits for it have agreed on; imports no Django."""

from enum import IntEnum

LONGEST_TEXT = 200_000
"""How many characters of a file are searched."""
SUFFIXES = frozenset({".pdf", ".docx", ".odt", ".txt"})
"""The types of file whose words can be read."""


class Ending(IntEnum):
    """The exit statuses of a file that was refused; named as in `search.models.attachments.Refusal`."""

    BROKEN = 11
    ENCRYPTED = 12
    TOO_LARGE = 13


class Refused(Exception):
    """The file cannot be read, and why."""

    def __init__(self, ending: Ending) -> None:
        super().__init__(ending.name)
        self.ending = ending
