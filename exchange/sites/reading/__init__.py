"""Reading the formats: each yields rows of the JSON Lines form, and says of what it cannot read why."""

from dataclasses import dataclass

from exchange.sites.form import Row


@dataclass(frozen=True)
class Found:
    """A row, and where in the file it stands."""

    where: str
    row: Row
    made: bool = False
    """Whether this import has made its object already, and it waited for others since."""


@dataclass(frozen=True)
class Unfit:
    """An item that cannot become a row: where it stands, what it is, and why."""

    where: str
    kind: str
    title: str
    why: str
