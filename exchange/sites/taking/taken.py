"""What becomes of a row."""

from dataclasses import dataclass, field


@dataclass
class Taken:
    """The number of its object, whether it is new, whether it waits for others that it names, and what got lost."""

    number: int
    new: bool
    waits: bool = False
    lost: list[str] = field(default_factory=list)
