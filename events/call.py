"""A call for entries: what is asked for, of whom, until when, and how to enter."""

import datetime
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, Panel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField, StreamField
from wagtail.models import PageManager
from wagtail.rich_text import get_text_for_indexing
from wagtail_localize.fields import SynchronizedField

from designcity.naming import CampaignLink, InstitutionLink
from designcity.pages import BasePage
from designcity.structured import Description
from designcity.times import SiteTimeField, local_day, offset_now, today, utc_offset, wall_clock
from events import structured
from events.blocks import EntryStep
from events.occasions import Occasion, OccasionQuerySet
from events.wording import moment

MANY_DAYS = 1000


class CallState(models.TextChoices):
    """Where a call stands, worked out from its times."""

    OPEN = "open", _("Open for entries")
    COMING = "coming", _("Opens later")
    CLOSED = "closed", _("Closed")


class CallQuerySet(OccasionQuerySet):
    """The vocabulary of calls."""

    def open(self) -> Self:
        """Keep the calls that take entries now."""
        now = timezone.now()
        return self.filter(opens_at__lte=now, closes_at__gt=now)

    def coming(self) -> Self:
        """Keep the calls that will open."""
        return self.filter(opens_at__gt=timezone.now())

    def closed(self) -> Self:
        """Keep the calls that take entries no more."""
        return self.filter(closes_at__lte=timezone.now())

    def not_closed(self) -> Self:
        """Keep the calls that take entries now or will."""
        return self.filter(closes_at__gt=timezone.now())

    def soonest_closed_first(self) -> Self:
        """Order by closing."""
        return self.order_by("closes_at", "pk")

    def current_first(self) -> Self:
        """Order the open calls by closing, then those to come by opening, then the closed, latest first."""
        now = timezone.now()
        is_closed, is_coming = models.Q(closes_at__lte=now), models.Q(opens_at__gt=now)
        turn = models.Case(
            models.When(is_closed, then=2),
            models.When(is_coming, then=1),
            default=0,
            output_field=models.IntegerField(),
        )
        ahead = models.Case(
            models.When(is_closed, then=None), models.When(is_coming, then="opens_at"), default="closes_at"
        )
        return self.annotate(turn=turn, ahead=ahead).order_by("turn", "ahead", "-closes_at", "pk")


class CallPage(RoutablePageMixin, Occasion):
    """A call for entries; whether it is open follows from its times, to the minute."""

    kind = "call"
    parent_page_types: ClassVar[list[str]] = ["events.CallIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "events/call_page.html"
    page_description = _("A call for entries: it opens and closes by its dates.")

    opens_at = SiteTimeField(_("opens"))
    closes_at = SiteTimeField(_("closes"), db_index=True)
    who_may_enter = RichTextField(_("who may enter"), blank=True)
    offer = RichTextField(
        _("what is offered"), blank=True, help_text=_("Prizes, fees, exhibitions: what those chosen get.")
    )
    steps = StreamField([("step", EntryStep())], verbose_name=_("how to enter"), blank=True)
    entry_url = models.URLField(
        _("address for entries"),
        max_length=500,
        blank=True,
        help_text=_("Shown as a button while the call is open."),
    )
    entry_email = models.EmailField(
        _("e-mail for entries and questions"),
        blank=True,
        help_text=_("Without an address for entries, the button writes to this one."),
    )

    objects = PageManager.from_queryset(CallQuerySet)()

    content_panels: ClassVar[list[Panel]] = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("opens_at"), FieldPanel("closes_at")])],
            heading=_("Period"),
            help_text=format_lazy(
                _("By the site's clock ({zone}), because whether the call is open follows from these times."),
                zone=offset_now(),
            ),
        ),
        FieldPanel("who_may_enter"),
        FieldPanel("offer"),
        FieldPanel("steps"),
        MultiFieldPanel(
            [FieldPanel("entry_url"), FieldPanel("entry_email")],
            heading=_("Where entries go"),
        ),
        *Occasion.picture_panels,
        FieldPanel("body"),
        *Occasion.link_panels,
    ]
    override_translatable_fields: ClassVar[list[SynchronizedField]] = [
        SynchronizedField(name, overridable=False) for name in ("opens_at", "closes_at")
    ]

    class Meta:
        verbose_name = _("call for entries")
        verbose_name_plural = _("calls for entries")

    @property
    def state(self) -> CallState:
        """Where the call stands now; in the minute in which it closes, it is closed."""
        now = timezone.now()
        if now < self.opens_at:
            return CallState.COMING
        return CallState.OPEN if now < self.closes_at else CallState.CLOSED

    @property
    def is_open(self) -> bool:
        """Whether the call takes entries now."""
        return self.state == CallState.OPEN

    @property
    def is_coming(self) -> bool:
        """Whether the call is still to open."""
        return self.state == CallState.COMING

    @property
    def group_title(self) -> Any:
        """The heading under which lists show the call."""
        return {
            CallState.OPEN: _("Open calls"),
            CallState.COMING: _("Calls that open later"),
            CallState.CLOSED: _("Closed calls"),
        }[self.state]

    @property
    def date(self) -> datetime.date:
        """The last day on which one can enter: a call that closes at midnight ends with the day before."""
        return local_day(self.closes_at - datetime.timedelta(microseconds=1))

    @property
    def days(self) -> int:
        """How many days there are until the call closes, or opens where it is still to come; 0 is today."""
        day = local_day(self.opens_at) if self.state == CallState.COMING else self.date
        return (day - today()).days

    @property
    def counts_down(self) -> bool:
        """Whether the days that are left are shown large: not the last one, nor a thousand and more."""
        return self.is_open and 0 < self.days < MANY_DAYS

    @property
    def countdown(self) -> str:
        """How long the call is open, or until it opens, in words; nothing once it is closed."""
        state, days = self.state, self.days
        if state == CallState.CLOSED:
            return ""
        if state == CallState.OPEN:
            words = ngettext("Closes in {days} day", "Closes in {days} days", days)
            return words.format(days=days) if days else gettext("Closes today")
        words = ngettext("Opens in {days} day", "Opens in {days} days", days)
        return words.format(days=days) if days else gettext("Opens today")

    @property
    def opening(self) -> str:
        """Day and hour of the opening by the site's clock."""
        return moment(wall_clock(self.opens_at))

    @property
    def closing(self) -> str:
        """Day and hour of the closing by the site's clock."""
        return moment(wall_clock(self.closes_at))

    @property
    def opening_zone(self) -> str:
        """The time zone of the opening, such as `UTC+8`."""
        return utc_offset(self.opens_at)

    @property
    def zone(self) -> str:
        """The time zone of the closing, such as `UTC+8`."""
        return utc_offset(self.closes_at)

    @property
    def deadline(self) -> str:
        """When the call closes, as a sentence."""
        return gettext("Entries until {moment} ({zone})").format(moment=self.closing, zone=self.zone)

    def searchable_text(self) -> list[str]:
        """Return who may enter, what is offered, and the words of steps and body."""
        written = [get_text_for_indexing(text) for text in (self.who_may_enter, self.offer) if text]
        return written + super().searchable_text()

    def structured_data(self) -> Description:
        """Return until when it runs, and how to enter."""
        return structured.of_call(self)

    @path("enter/")
    def enter(self, request: HttpRequest) -> HttpResponse:
        """Lead to where entries go while the call is open, and else back to the page, which says why not."""
        return never_cache(self._way_in)(request)

    def _way_in(self, request: HttpRequest) -> HttpResponse:
        is_way_in = self.is_open and self.entry_url
        return redirect(self.entry_url if is_way_in else self.get_url(request))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        by_mail = f"mailto:{self.entry_email}" if self.entry_email else ""
        enter_url = self.address_below(request, "enter/") if self.entry_url else by_mail
        return context | {"enter_url": enter_url if self.is_open else ""}

    def clean(self) -> None:
        """Require that the call closes after it opens, and a way to enter."""
        super().clean()
        errors = {}
        if self.opens_at and self.closes_at and self.closes_at <= self.opens_at:
            errors["closes_at"] = _("The call must close after it opens.")
        if not self.entry_url and not self.entry_email:
            errors["entry_url"] = _("Say where entries go: an address or an e-mail.")
        if errors:
            raise ValidationError(errors)


class CallInstitution(InstitutionLink):
    """An institution that calls for entries."""

    page = ParentalKey(CallPage, on_delete=models.CASCADE, related_name="institution_links")


class CallCampaign(CampaignLink):
    """A campaign that a call is part of."""

    page = ParentalKey(CallPage, on_delete=models.CASCADE, related_name="campaign_links")
