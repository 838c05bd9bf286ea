"""Tell people what was assigned to them, where the mail could not be sent at once."""

from typing import Any

from django.core.management.base import BaseCommand

from translating.assignments.mailing import tell_waiting


class Command(BaseCommand):
    """Run by the schedule."""

    help = "Sends the mails of assignments that could not be sent when they were made."

    def handle(self, *args: Any, **options: Any) -> None:
        """Try and print how many people were told."""
        self.stdout.write(f"{tell_waiting()} people.")
