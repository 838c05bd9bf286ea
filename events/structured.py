"""What events and calls for entries tell machines of themselves, after schema.org."""

import datetime
from typing import TYPE_CHECKING

from designcity.structured import Description, described, known, organisations
from designcity.times import for_machines, local_day

if TYPE_CHECKING:
    from events.call import CallPage
    from events.event import EventPage

WAYS = {"Place": "Offline", "VirtualLocation": "Online"}
"""How one takes part, by what is known of where."""


def of_event(page: "EventPage") -> Description:
    """Return an event with its times on the site's clock; of a whole day only the days."""
    locations = _locations(page)
    may_register = page.registration_url and not page.is_over
    return described(
        page,
        "Event",
        startDate=_when(page, page.starts_at),
        endDate=_when(page, page.ends_at) if page.ends_at else None,
        eventStatus="https://schema.org/EventScheduled",
        eventAttendanceMode=_attendance([str(location["@type"]) for location in locations]),
        location=locations,
        organizer=organisations(page.institutions),
        potentialAction=_action("RegisterAction", page.registration_url) if may_register else None,
    )


def of_call(page: "CallPage") -> Description:
    """Return a call as a work that runs out, and how to enter; it is no event: nobody meets at it."""
    entering = _action(
        "ApplyAction",
        f"{page.full_url}enter/" if page.entry_url else f"mailto:{page.entry_email}",
        startTime=for_machines(page.opens_at),
        endTime=for_machines(page.closes_at),
    )
    return described(
        page,
        "CreativeWork",
        expires=for_machines(page.closes_at),
        sourceOrganization=organisations(page.institutions),
        potentialAction=entering if page.is_open or page.is_coming else None,
    )


def _when(page: "EventPage", moment: datetime.datetime) -> str:
    return local_day(moment).isoformat() if page.is_all_day else for_machines(moment)


def _locations(page: "EventPage") -> list[Description]:
    address = ", ".join(part for part in (page.address, str(page.district or "")) if part)
    place = known({"name": page.place, "address": address})
    online = known({"url": page.online_url})
    found = (("Place", place), ("VirtualLocation", online))
    return [{"@type": kind, **facts} for kind, facts in found if facts]


def _attendance(kinds: list[str]) -> str | None:
    if not kinds:
        return None
    way = WAYS[kinds[0]] if len(kinds) == 1 else "Mixed"
    return f"https://schema.org/{way}EventAttendanceMode"


def _action(kind: str, address: str, **facts: str) -> Description:
    return {"@type": kind, "target": address, **facts}
