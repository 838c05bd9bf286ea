"""Keep the translators' status board true."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from translating.board.following import settle_all
from translating.board.settling import note_everything


class Command(BaseCommand):
    """`settle` works out what has changed, for the schedule; `rebuild` works out everything."""

    help = "Works out the states on the translators' status board: where something changed, or all of them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say how much."""
        parser.add_argument("action", choices=["settle", "rebuild"])

    def handle(self, *args: Any, action: str, **options: Any) -> None:
        """Do it and print how many originals there were."""
        if action == "rebuild":
            note_everything()
        self.stdout.write(f"{settle_all.call()} originals.")
