from typing import Any

from django.core.management.base import BaseCommand

from newsroom.sharing.links import KEPT_DAYS, DraftLink


class Command(BaseCommand):
    help = f"Delete the links to drafts that ran out more than {KEPT_DAYS} days ago."

    def handle(self, *args: Any, **options: Any) -> None:
        """Delete them and say how many there were."""
        number, _details = DraftLink.objects.all().to_forget().delete()
        self.stdout.write(f"{number} old draft links forgotten.")
