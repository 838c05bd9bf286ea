from typing import Any

from django.core.management.base import BaseCommand

from removals.requests.reminding import remind


class Command(BaseCommand):
    help = "Remind the office of removal requests whose deadline is near or over; once a day for each."

    def handle(self, *args: Any, **options: Any) -> None:
        """Remind, and say of how many."""
        self.stdout.write(f"Reminded of {remind()} removal requests.")
