from typing import Any

from django.core.management.base import BaseCommand

from designcity.mails.waiting import send_waiting


class Command(BaseCommand):
    help = "Send the mails that could not be sent when they were written."

    def handle(self, *args: Any, **options: Any) -> None:
        """Send them and say how many."""
        self.stdout.write(f"Sent {send_waiting()} mails.")
