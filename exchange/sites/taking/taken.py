"""What becomes of a row."""

from dataclasses import dataclass, field


@dataclass
class Taken:
    """The number of the object, whether it is new, whether it waits for others, and what got lost."""

    number: int
    new: bool
    waits: bool = False
    lost: list[str] = field(default_factory=list)
