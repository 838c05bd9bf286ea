"""The process that does what is done again and again."""

import signal
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import connection

from designcity.schedule.keeping import Schedule
from designcity.schedule.plan import LANES


class Command(BaseCommand):
    """Runs until it gets SIGTERM or Ctrl-C."""

    help = "Keeps the schedule: publishes what is due, sends what waits, reminds and forgets, each at its time."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--list", action="store_true", help="Only say which commands are run, and when.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Keep the schedule, or say what it is."""
        if options["list"]:
            self.stdout.writelines(f"{lane.pace.words}: {', '.join(lane.commands)}\n" for lane in LANES)
            return
        schedule = Schedule()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, schedule.end)
        schedule.keep()
        # The pool's threads would hold up the end of the interpreter for five seconds.
        connection.close_pool()  # type: ignore[attr-defined]  # only that of PostgreSQL has one
