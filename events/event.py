"""An event: when and where it takes place, who organises it, and how to take part."""

import datetime
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, Panel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import PageManager
from wagtail_localize.fields import SynchronizedField

from designcity.dated import DatedQuerySet
from designcity.naming import CampaignLink, InstitutionLink
from designcity.pages import BasePage
from designcity.structured import Description
from designcity.times import (
    SiteTimeField,
    local_day,
    midnight_after,
    midnight_before,
    offset_now,
    utc_offset,
    wall_clock,
)
from events import structured
from events.calendar_files import calendar, calendar_response
from events.occasions import Occasion, OccasionQuerySet
from events.wording import period


class EventState(models.TextChoices):
    """Where an event stands, worked out from its times."""

    UPCOMING = "upcoming", _("Upcoming")
    RUNNING = "running", _("Running")
    PAST = "past", pgettext_lazy("of an event", "Past")


class EventQuerySet(OccasionQuerySet, DatedQuerySet):
    """The vocabulary of events."""

    DATE = "starts_at"

    def not_over(self) -> Self:
        """Keep the events that are still to come or go on."""
        return self.filter(over_at__gt=timezone.now())

    def over(self) -> Self:
        """Keep the events that are past."""
        return self.filter(over_at__lte=timezone.now())

    def soonest_first(self) -> Self:
        """Order by beginning."""
        return self.order_by("starts_at", "pk")

    def current_first(self) -> Self:
        """Order the events that are not over by beginning, then the past ones, the latest first."""
        is_over = models.Q(over_at__lte=timezone.now())
        turn = models.Case(models.When(is_over, then=1), default=0, output_field=models.IntegerField())
        ahead = models.Case(models.When(is_over, then=None), default="starts_at")
        return self.annotate(turn=turn, ahead=ahead).order_by("turn", "ahead", "-starts_at", "pk")


class EventPage(RoutablePageMixin, Occasion):
    """Something that takes place; whether it is upcoming, running or past follows from its times."""

    kind = "event"
    card_relations = (*Occasion.card_relations, "district")
    parent_page_types: ClassVar[list[str]] = ["events.EventIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "events/event_page.html"
    page_description = _("Something that takes place, with a file for calendars.")

    starts_at = SiteTimeField(
        _("begins"), help_text=_("The date that readers see, because lists are in its order.")
    )
    ends_at = SiteTimeField(
        _("ends"), null=True, blank=True, help_text=_("Without an end, it counts as past once its day is over.")
    )
    is_all_day = models.BooleanField(
        _("all day"), default=False, help_text=_("Only the days are shown, and count, without hours.")
    )
    over_at = models.DateTimeField(_("over"), editable=False, db_index=True)
    """From when on it is past: kept, so that lists can be asked for it."""

    place = models.CharField(
        _("place"), max_length=160, blank=True, help_text=_("The house or room, as people say it.")
    )
    address = models.CharField(
        _("address"), max_length=255, blank=True, help_text=_("As visitors need it to find the door.")
    )
    district = models.ForeignKey(
        "institutions.District",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("district"),
        help_text=_("Readers narrow the search by it."),
    )
    online_url = models.URLField(
        _("address online"), max_length=500, blank=True, help_text=_("Where it can be followed online.")
    )
    registration_url = models.URLField(
        _("address of the registration"),
        max_length=500,
        blank=True,
        help_text=_("Shown as a button until the event is over."),
    )

    objects = PageManager.from_queryset(EventQuerySet)()

    content_panels: ClassVar[list[Panel]] = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]), FieldPanel("is_all_day")],
            heading=_("When"),
            help_text=format_lazy(
                _(
                    "By the site's clock ({zone}), because whether the event is upcoming, running or past "
                    "follows from these times."
                ),
                zone=offset_now(),
            ),
        ),
        MultiFieldPanel(
            [
                FieldPanel("place"),
                FieldPanel("address"),
                FieldPanel("district"),
                FieldPanel("online_url"),
                FieldPanel("registration_url"),
            ],
            heading=_("Where"),
        ),
        *Occasion.picture_panels,
        FieldPanel("body"),
        *Occasion.link_panels,
    ]
    override_translatable_fields: ClassVar[list[SynchronizedField]] = [
        SynchronizedField(name, overridable=False) for name in ("starts_at", "ends_at", "is_all_day")
    ]

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")

    @property
    def state(self) -> EventState:
        """Where the event stands now."""
        now = timezone.now()
        if now < self.begins_at:
            return EventState.UPCOMING
        return EventState.RUNNING if now < self.end_of_all else EventState.PAST

    @property
    def is_over(self) -> bool:
        """Whether the event is past."""
        return self.state == EventState.PAST

    @property
    def group_title(self) -> Any:
        """The heading under which lists show the event."""
        return _("Past events") if self.is_over else _("Upcoming events")

    @property
    def first_day(self) -> datetime.date:
        """The day on which it begins, on the site's calendar."""
        return local_day(self.starts_at)

    @property
    def last_day(self) -> datetime.date:
        """The day on which it ends, on the site's calendar."""
        return local_day(self.ends_at or self.starts_at)

    @property
    def begins_at(self) -> datetime.datetime:
        """The moment from which it runs: of a whole day, its first."""
        return midnight_before(self.first_day) if self.is_all_day else self.starts_at

    @property
    def end_of_all(self) -> datetime.datetime:
        """The moment from which it is past: its end, or that of its day."""
        if self.is_all_day or self.ends_at is None:
            return midnight_after(self.last_day)
        return self.ends_at

    @property
    def date(self) -> datetime.date:
        """The first day."""
        return self.first_day

    @property
    def period(self) -> str:
        """Day and hours in the words of the active language, by the site's clock."""
        end = wall_clock(self.ends_at) if self.ends_at else None
        return period(wall_clock(self.starts_at), end, with_hours=not self.is_all_day)

    @property
    def zone(self) -> str:
        """The time zone to say beside the hours, such as `UTC+8`; nothing where no hours are shown."""
        return "" if self.is_all_day else utc_offset(self.starts_at)

    def searchable_text(self) -> list[str]:
        """Return where it takes place, and the words of the body."""
        return [text for text in (self.place, self.address) if text] + super().searchable_text()

    def searchable_terms(self) -> list[str]:
        """Return the place and district."""
        return [self.place, str(self.district or "")]

    def search_facets(self) -> dict[str, Any]:
        """Return the district and the organisers."""
        return super().search_facets() | {"district": self.district.slug if self.district else None}

    def structured_data(self) -> Description:
        """Return when and where it takes place, and who organises it."""
        return structured.of_event(self)

    @path("event.ics/")
    def calendar_file(self, request: HttpRequest) -> HttpResponse:
        """Answer with the event as a file that calendars take."""
        return calendar_response(calendar([self]), f"{self.slug}.ics")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return context | {"calendar_url": self.address_below(request, "event.ics")}

    def clean(self) -> None:
        """Refuse an end that does not lie after the beginning."""
        super().clean()
        if not (self.starts_at and self.ends_at):
            return
        if self.is_all_day and self.last_day < self.first_day:
            raise ValidationError({"ends_at": _("The last day lies before the first.")})
        if not self.is_all_day and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("The end does not lie after the beginning.")})

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep with the event from when on it is past."""
        if self.starts_at:
            self.over_at = self.end_of_all
        super().save(*args, **kwargs)


class EventInstitution(InstitutionLink):
    """An institution that organises an event."""

    page = ParentalKey(EventPage, on_delete=models.CASCADE, related_name="institution_links")


class EventCampaign(CampaignLink):
    """A campaign that an event is part of."""

    page = ParentalKey(EventPage, on_delete=models.CASCADE, related_name="campaign_links")
