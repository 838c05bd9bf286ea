"""DailyRun: when a command of which one run a day is enough was last done."""

import datetime
from typing import ClassVar

from django.db import models
from django.utils import timezone

from designcity.times import local_day


class DailyRunQuerySet(models.QuerySet):
    """How it is known whether something is still to be done today."""

    def is_due(self, command: str, hour: int) -> bool:
        """Whether a command was not done since that hour of the clock; a new one waits for its first hour."""
        self.get_or_create(command=command)
        return self.filter(command=command, done_at__lt=last_time(hour, timezone.now())).exists()

    def note(self, command: str) -> None:
        """Note that a command was done now."""
        self.update_or_create(command=command, defaults={"done_at": timezone.now()})


class DailyRun(models.Model):
    """A command and the moment in which it was last done, or was first seen."""

    command = models.CharField(max_length=100, primary_key=True)
    done_at = models.DateTimeField(default=timezone.now)

    objects = DailyRunQuerySet.as_manager()

    class Meta:
        default_permissions: ClassVar[tuple[str, ...]] = ()

    def __str__(self) -> str:
        return f"{self.command} {self.done_at}"


def last_time(hour: int, now: datetime.datetime) -> datetime.datetime:
    """Return when the site's clock last struck an hour."""
    day = local_day(now)
    struck = _at(day, hour)
    return struck if struck <= now else _at(day - datetime.timedelta(days=1), hour)


def _at(day: datetime.date, hour: int) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(hour), tzinfo=timezone.get_default_timezone())
