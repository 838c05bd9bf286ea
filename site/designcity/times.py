"""Moments as the site's own clock shows them, whatever the time zone of the editor or of the server."""

import datetime
from collections.abc import Callable
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

EARLIEST = datetime.datetime(1900, 1, 1, tzinfo=datetime.UTC)
LATEST = datetime.datetime(2999, 12, 31, tzinfo=datetime.UTC)
_OUT_OF_REACH = _("The year must lie between 1900 and 2999.")
_WITHIN_REACH: list[Callable[[Any], None]] = [
    MinValueValidator(EARLIEST, message=_OUT_OF_REACH),
    MaxValueValidator(LATEST, message=_OUT_OF_REACH),
]


def wall_clock(moment: datetime.datetime) -> datetime.datetime:
    """Return what the site's clock shows at a moment; without a zone, so that templates don't convert it."""
    return timezone.make_naive(moment, timezone.get_default_timezone())


def local_day(moment: datetime.datetime) -> datetime.date:
    """Return the day of a moment in the site's time zone."""
    return wall_clock(moment).date()


def today() -> datetime.date:
    """Return the day that it is on the site."""
    return local_day(timezone.now())


def midnight_before(day: datetime.date) -> datetime.datetime:
    """Return the moment in which a day begins on the site."""
    return datetime.datetime.combine(day, datetime.time(), tzinfo=timezone.get_default_timezone())


def midnight_after(day: datetime.date) -> datetime.datetime:
    """Return the moment in which a day is over on the site."""
    return midnight_before(day + datetime.timedelta(days=1))


def utc_offset(moment: datetime.datetime) -> str:
    """Return the site's distance from universal time at a moment, such as `UTC+8` or `UTC−3:30`."""
    offset = moment.astimezone(timezone.get_default_timezone()).utcoffset() or datetime.timedelta()
    hours, minutes = divmod(abs(offset) // datetime.timedelta(minutes=1), 60)
    sign = "−" if offset < datetime.timedelta() else "+"
    return f"UTC{sign}{hours}:{minutes:02}" if minutes else f"UTC{sign}{hours}"


def for_machines(moment: datetime.datetime) -> str:
    """Return a moment as machines read it, by the site's clock and with its distance from universal time."""
    return moment.astimezone(timezone.get_default_timezone()).isoformat(timespec="minutes")


class SiteTimeFormField(forms.DateTimeField):
    """Takes and shows a time by the site's clock, although the editor's account may have another time zone."""

    default_validators = _WITHIN_REACH

    def prepare_value(self, value: Any) -> Any:
        with timezone.override(None):
            return super().prepare_value(value)

    def to_python(self, value: Any) -> datetime.datetime | None:
        with timezone.override(None):
            return super().to_python(value)


class SiteTimeField(models.DateTimeField):
    """A moment that editors give by the site's clock."""

    default_validators = _WITHIN_REACH

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": SiteTimeFormField, **kwargs})


def _offset_now() -> str:
    return utc_offset(timezone.now())


offset_now = lazy(_offset_now, str)
"""The site's present distance from universal time, read when it is shown."""
