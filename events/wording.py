"""Days and hours in the words of the active language; all times are of the site's clock, without a zone."""

import datetime

from django.utils.formats import date_format

_UNBROKEN = "\u2060"
"""A word joiner: no line ends after the dash."""


def period(start: datetime.datetime, end: datetime.datetime | None, *, with_hours: bool) -> str:
    """Return from when to when, each day said once: `20 May 2027 14:00–17:30`."""
    if end is None or (end.date() == start.date() and not with_hours):
        return moment(start) if with_hours else date_format(start)
    if end.date() == start.date():
        return f"{moment(start)}–{_UNBROKEN}{_hours(end)}"
    if with_hours:
        return f"{moment(start)} – {moment(end)}"
    return f"{date_format(start)} – {date_format(end)}"


def moment(at: datetime.datetime) -> str:
    """Return day and hour of a moment."""
    return f"{date_format(at)} {_hours(at)}"


def _hours(at: datetime.datetime) -> str:
    return date_format(at, "H:i")
