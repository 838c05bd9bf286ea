from typing import Any

from django.core.management.base import BaseCommand

from provenance.running_out.mailing import mail_what_runs_out


class Command(BaseCommand):
    help = "Tell those who decide on rights, once a week each, what runs out within 30 days."

    def handle(self, *args: Any, **options: Any) -> None:
        """Send the mails and say how many; fails when the mail server did not take one, to be run again."""
        outcome = mail_what_runs_out()
        self.stdout.write(f"{outcome.sent} people were told what runs out.")
        outcome.demand_all()
