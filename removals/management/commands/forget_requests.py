from typing import Any

from django.core.management.base import BaseCommand

from removals.requests.forgetting import forget_due


class Command(BaseCommand):
    help = "Delete what is personal in removal requests that were decided REQUEST_KEPT_DAYS ago."

    def handle(self, *args: Any, **options: Any) -> None:
        """Delete it and say of how many requests."""
        self.stdout.write(f"Forgot what was personal in {forget_due()} removal requests.")
