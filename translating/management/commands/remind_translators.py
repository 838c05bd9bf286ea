from typing import Any

from django.core.management.base import BaseCommand

from translating.assignments.mailing import remind


class Command(BaseCommand):
    help = "Remind translators, once of each assignment, of what is due tomorrow or should have been done."

    def handle(self, *args: Any, **options: Any) -> None:
        """Remind them and say how many; fails when the mail server did not take a mail, to be run again."""
        outcome = remind()
        self.stdout.write(f"{outcome.sent} people were reminded of what they translate.")
        outcome.demand_all()
