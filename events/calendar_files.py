"""Events as iCalendar files (RFC 5545 and 7986), which calendar programs take and subscribe to.

The identity of an event is that of all its translations, so that it stands once in a calendar whichever
language it was taken from, and again in its place when it has changed.
"""

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.utils import timezone
from icalendar import Calendar, Event

from designcity.pages import BasePage

if TYPE_CHECKING:
    from events.event import EventPage

MADE_BY = "-//City of Design//Events//EN"
ASK_AGAIN = datetime.timedelta(hours=6)
"""How often a calendar program that has subscribed should ask again."""
A_DAY = datetime.timedelta(days=1)


def calendar(events: Sequence["EventPage"], index: BasePage | None = None) -> bytes:
    """Return a calendar file of some events; that of an index has a name and an identity of its own."""
    made = Calendar.new(
        prodid=MADE_BY,
        uid=f"{index.translation_key}-{index.locale.language_code}" if index else None,
        name=index.title if index else None,
        description=(index.summary or None) if index else None,
        url=index.full_url if index else None,
        refresh_interval=ASK_AGAIN if index else None,
        subcomponents=[_entry(event) for event in events],
    )
    if events:
        days = [day for event in events for day in (event.first_day, event.last_day)]
        made.add_missing_timezones(min(days) - A_DAY, max(days) + 2 * A_DAY)
    return bytes(made.to_ical())


def calendar_response(content: bytes, name: str) -> HttpResponse:
    """Return a calendar file as an answer that browsers keep under a name, and calendar programs read."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=headers)


def _entry(event: "EventPage") -> Event:
    start, end = _times(event)
    changed = event.last_published_at or event.first_published_at or timezone.now()
    return Event.new(
        uid=str(event.translation_key),
        stamp=changed.astimezone(datetime.UTC),
        created=(event.first_published_at or changed).astimezone(datetime.UTC),
        last_modified=changed.astimezone(datetime.UTC),
        summary=event.title,
        description="\n\n".join(text for text in (event.summary, event.online_url, event.full_url) if text),
        location=", ".join(text for text in (event.place, event.address) if text) or event.online_url or None,
        url=event.full_url,
        start=start,
        end=end,
    )


def _times(event: "EventPage") -> tuple[datetime.date, datetime.date | None]:
    """Return beginning and end: days of which the last is the first one after, or times of the site's zone."""
    if event.is_all_day:
        return event.first_day, event.last_day + A_DAY
    zone = timezone.get_default_timezone()
    return event.starts_at.astimezone(zone), event.ends_at.astimezone(zone) if event.ends_at else None
