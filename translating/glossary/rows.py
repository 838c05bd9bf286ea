"""Row: a term with its translation into one language, as files of every format hold it."""

from dataclasses import dataclass


class TableError(ValueError):
    """A file that does not fit; the message names the place and says what to do."""


@dataclass(frozen=True)
class Row:
    """What a file says of a term in one language; `place` names where it stands, such as a line."""

    place: str
    term: str
    language: str
    approved: str
    forbidden: str = ""
    note: str = ""
