from typing import Any

from django.core.management.base import BaseCommand

from translating.sections.working import carry_on


class Command(BaseCommand):
    help = "Lets the work on sections go on whose process was stopped."

    def handle(self, *args: Any, **options: Any) -> None:
        """Put it into the queue again; twice is once."""
        if number := carry_on():
            self.stdout.write(f"{number} works on sections go on.")
