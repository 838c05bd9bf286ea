"""What a reader is given."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from exchange.sites.reading.places import Place


@dataclass(frozen=True)
class Given:
    """A file to read: `at` hears how many bytes are read, articles go to `place`, media lie in `media`."""

    path: Path
    at: Callable[[int], None]
    place: Place
    media: Path | None
