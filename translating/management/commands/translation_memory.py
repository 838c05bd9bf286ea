"""Fill, export and import the translation memory."""

from argparse import ArgumentParser
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from translating.memory import exchanging, tmx
from translating.memory.learning import learn_all
from translating.memory.models import Entry


class Command(BaseCommand):
    """`learn` takes up what was translated before, `export` and `import` speak TMX 1.4."""

    help = "Fills the translation memory with all that was translated here, or exchanges it as TMX."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say what to do, and with which file."""
        actions = parser.add_subparsers(dest="action", required=True)
        actions.add_parser("learn", help="take up everything that was translated on this site")
        for name in ("export", "import"):
            actions.add_parser(name).add_argument("file", type=Path, help="a TMX file")

    def handle(self, *args: Any, action: str, file: Path = Path(), **options: Any) -> None:
        """Do it and print how many segments there were."""
        actions: dict[str, Callable[[], int]] = {
            "learn": learn_all,
            "export": partial(_export, file),
            "import": partial(_import, file),
        }
        self.stdout.write(f"{actions[action]()} segments.")


def _export(file: Path) -> int:
    with file.open("w", encoding="utf-8") as target:
        target.writelines(exchanging.exported())
    return Entry.objects.count()


def _import(file: Path) -> int:
    try:
        with file.open("rb") as source:
            return exchanging.take(source)
    except (OSError, tmx.TMXError) as error:
        raise CommandError(str(error)) from error
