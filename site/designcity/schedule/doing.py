"""Runs one command of the plan; what goes wrong is logged, and left to the next time."""

import logging

from django.core.management import CommandError, call_command
from django.db import connections

from designcity.schedule.models import DailyRun
from designcity.schedule.plan import Pace

logger = logging.getLogger(__name__)


def do(command: str, pace: Pace) -> None:
    """Run a command if it is to be run now."""
    try:
        if pace.hour is None:
            call_command(*command.split())
        elif DailyRun.objects.is_due(command, pace.hour):
            call_command(*command.split())
            DailyRun.objects.note(command)
    except (CommandError, SystemExit) as refused:
        logger.error("%s: %s", command, refused)
    except Exception:
        logger.exception("%s failed and is tried again.", command)
    finally:
        # The next run gets a connection that is checked, and this thread leaves none behind.
        connections.close_all()
