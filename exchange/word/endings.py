"""What the process that reads a Word file and the one that waits for it have agreed on; imports no Django."""

from enum import IntEnum

MOST_BYTES = 30 * 1024**2
MOST_UNPACKED = 160 * 1024**2
MOST_XML = 24 * 1024**2
MOST_PARTS = 4_000
MOST_OUTPUT = 96 * 1024**2
HTML, REPORT, PICTURES, FILES = "page.html", "report.json", "pictures/", "files/"
"""Where things stand in the archive that the process writes."""


class Ending(IntEnum):
    """The exit statuses of a file that was refused."""

    BROKEN = 11
    ENCRYPTED = 12
    TOO_LARGE = 13
    OLD = 14
    OTHER = 15


class Refused(Exception):
    """The file cannot be read, and why."""

    def __init__(self, ending: Ending) -> None:
        super().__init__(ending.name)
        self.ending = ending
