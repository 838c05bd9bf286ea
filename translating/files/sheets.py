"""Sheet: what stands in a file of one page or record; the same for every format, out and in."""

import datetime
from dataclasses import asdict, dataclass, field
from typing import Any, Self

from django.utils.dateparse import parse_datetime
from wagtail_localize.models import String, TranslationContext

LONGEST_TITLE = 200


class Unreadable(ValueError):
    """A file that cannot be read at all; the message is a sentence for who sent it."""


@dataclass
class Unit:
    """A segment with its translation, both as wagtail-localize keeps them: HTML with inline tags."""

    key: str
    source: str
    target: str = ""
    path: str = ""
    """The place of the segment on the page, as wagtail-localize names it."""
    notes: list[str] = field(default_factory=list)
    most: int | None = None
    """How many characters its field holds."""
    problem: str = ""
    """Why it could not be read, in a sentence."""


@dataclass
class Sheet:
    """The segments of one page or record."""

    key: str
    """The identifier of the translation (a UUID)."""
    source_language: str
    target_language: str
    title: str = ""
    units: list[Unit] = field(default_factory=list)
    made_at: str = ""
    """When the file was made, after ISO 8601; empty where it does not say."""

    @property
    def moment(self) -> datetime.datetime | None:
        """When the file was made; None where it does not say it so that it can be compared."""
        try:
            moment = parse_datetime(self.made_at)
        except ValueError:
            return None
        return moment if moment is not None and moment.tzinfo is not None else None

    def as_data(self) -> dict[str, Any]:
        """Return it as JSON holds it."""
        return asdict(self)

    @classmethod
    def of_data(cls, data: dict[str, Any]) -> Self:
        """Return the sheet that became some data."""
        return cls(**(data | {"units": [Unit(**unit) for unit in data["units"]]}))


def key_of(path: str, source: str) -> str:
    """Return the identity of a segment: the hash of its place and the hash of its words, with a dot between.

    Both are those by which wagtail-localize finds them; equal words in one place have one translation.
    """
    return f"{TranslationContext._get_path_id(path).hex}.{String._get_data_hash(source).hex}"
