"""The Atom feeds of events and of calls for entries."""

import datetime
from typing import TYPE_CHECKING

from designcity.feeds import PageFeed
from events.call import CallPage, CallQuerySet
from events.event import EventPage, EventQuerySet
from events.occasions import Occasion

if TYPE_CHECKING:
    from events.call_index import CallIndexPage
    from events.event_index import EventIndexPage


class OccasionFeed(PageFeed):
    """What was published latest among what is not over."""

    def item_pubdate(self, item: Occasion) -> datetime.datetime | None:
        return item.first_published_at


class EventFeed(OccasionFeed):
    """The events of one index that are not over."""

    def entries(self, index: "EventIndexPage") -> EventQuerySet:
        return index.events().not_over().order_by("-first_published_at", "-pk")

    def item_description(self, item: EventPage) -> str:
        when = f"{item.period} ({item.zone})" if item.zone else item.period
        return "\n".join(text for text in (when, item.place, item.summary) if text)


class CallFeed(OccasionFeed):
    """The calls of one index that are not closed."""

    def entries(self, index: "CallIndexPage") -> CallQuerySet:
        return index.calls().not_closed().order_by("-first_published_at", "-pk")

    def item_description(self, item: CallPage) -> str:
        return "\n".join(text for text in (item.deadline, item.summary) if text)
