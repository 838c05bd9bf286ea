from typing import Any

from django.core.management.base import BaseCommand

from removals.takedowns import forgetting


class Command(BaseCommand):
    help = "Delete what is kept of takedowns whose term has ended (TAKEDOWN_KEEP_DAYS)."

    def handle(self, *args: Any, **options: Any) -> None:
        """Delete it and say of how many takedowns."""
        self.stdout.write(f"{forgetting.forget_due()} takedowns forgotten.")
