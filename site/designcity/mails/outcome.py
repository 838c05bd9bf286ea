"""What became of mails to many people."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from django.core.management import CommandError


@dataclass(frozen=True)
class Outcome:
    """How many mails went, and how many the mail server did not take."""

    sent: int
    failed: int

    @classmethod
    def of(cls, mails: Iterable[bool | None]) -> Self:
        """Count what became of each; None is one that there was no need for."""
        became = list(mails)
        return cls(became.count(True), became.count(False))

    def demand_all(self) -> None:
        """Fail a command whose mails did not all go, so that it is run again."""
        if self.failed:
            raise CommandError(f"{self.failed} mails could not be sent: the log says why. Run it again.")
