"""`manage.py load_demo`: fill a new site with the demo."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from designcity.demo.errors import DemoError
from designcity.demo.load import Outcome, load
from designcity.quiet_log import quiet_log


class Command(BaseCommand):
    """Loads the demo into a site that has no home page yet."""

    help = "Fill a new site with the demo's pages, pictures and accounts; a site that has pages keeps them."

    def handle(self, *args: Any, **options: Any) -> None:
        """Load the demo; what is wrong with it becomes one sentence."""
        try:
            with quiet_log():
                outcome = load()
        except DemoError as error:
            raise CommandError(str(error)) from None
        self._report(outcome)

    def _report(self, outcome: Outcome) -> None:
        for name, password in outcome.passwords.items():
            self.stdout.write(f"New account {name}, password {password}")
        if outcome.pages:
            self.stdout.write(f"The demo is loaded: {outcome.pages} pages in two languages.")
        else:
            self.stdout.write("The site already has pages: nothing was loaded.")
