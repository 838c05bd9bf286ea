"""The index of events: those to come first, numbered pages, a feed and a calendar to subscribe to."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import Panel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from designcity.dated import asked_year
from designcity.pages import BasePage
from designcity.pagination import paginated
from events.calendar_files import calendar, calendar_response
from events.event import EventPage, EventQuerySet
from events.feeds import EventFeed
from events.occasions import grouped


class When(models.TextChoices):
    """The two halves of a list of events."""

    UPCOMING = "upcoming", _("Upcoming and running")
    PAST = "past", pgettext_lazy("of events", "Past")


class EventIndexPage(RoutablePageMixin, BasePage):
    """The list of all events under it."""

    PER_PAGE = 12
    MOST_IN_CALENDAR = 500
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["events.EventPage"]
    max_count_per_parent = 1
    template = "events/event_index_page.html"
    page_description = _("The list of all events, what comes next first.")

    content_panels: ClassVar[list[Panel]] = [*BasePage.content_panels]

    class Meta:
        verbose_name = _("event index")
        verbose_name_plural = _("event indexes")

    def events(self) -> EventQuerySet:
        """Return the readable events under this index."""
        return EventPage.objects.child_of(self).readable().for_cards()

    def filtered(self, params: dict[str, str]) -> EventQuerySet:
        """Return the events that the filters `when` and `year` (all text) let through."""
        events = self.events().current_first()
        if params.get("when") == When.UPCOMING:
            events = events.not_over()
        elif params.get("when") == When.PAST:
            events = events.over()
        year = asked_year(params.get("year"))
        return events.of_year(year) if year else events

    def years(self) -> list[int]:
        """Return the years in which events begin, latest first."""
        return EventPage.objects.child_of(self).readable().years()

    @path("feed/")
    def feed(self, request: HttpRequest) -> HttpResponse:
        """Answer with the events that are not over as an Atom feed."""
        return EventFeed()(request, index=self)

    @path("calendar.ics/")
    def calendar(self, request: HttpRequest) -> HttpResponse:
        """Answer with all events that are not over as a calendar."""
        events = list(self.events().not_over().soonest_first()[: self.MOST_IN_CALENDAR])
        return calendar_response(calendar(events, self), f"{self.slug}.ics")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        params = {name: request.GET.get(name, "") for name in ("when", "year")}
        listing = paginated(request, self.filtered(params), self.PER_PAGE)
        return context | {
            "events": listing,
            "groups": grouped(listing),
            "choices": When.choices,
            "years": self.years(),
            "chosen": params,
            "feed_url": self.address_below(request, "feed/"),
            "calendar_url": self.address_below(request, "calendar.ics"),
        }
