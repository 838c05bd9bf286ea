"""A design-city campaign."""

import datetime
from typing import ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    MultipleChooserPanel,
    PageChooserPanel,
    Panel,
)
from wagtail.fields import StreamField
from wagtail.models import Orderable, PageManager, TranslatableMixin

from campaigns.blocks import Milestone
from campaigns.plan import Action, Facility, FacilityKind
from designcity.blocks import BODY
from designcity.blocks.links import Download
from designcity.naming import NamingQuerySet
from designcity.pages import BasePage, in_locale
from designcity.structured import Description, described, organisations


class CampaignState(models.TextChoices):
    """Where a campaign stands, worked out from its dates."""

    UPCOMING = "upcoming", _("Upcoming")
    RUNNING = "running", _("Running")
    CONCLUDED = "concluded", _("Concluded")


class CampaignQuerySet(NamingQuerySet):
    """The vocabulary of campaigns."""

    NAMED = ("campaign_institutions__institution",)

    def latest_first(self) -> Self:
        """Order by start, the latest first."""
        return self.order_by("-starts_on", "-pk")

    def soonest_first(self) -> Self:
        """Order by start, the earliest first: what runs stands before what is to come."""
        return self.order_by("starts_on", "pk")

    def running(self) -> Self:
        """Keep the campaigns that have begun and are not over, today in the site's time zone."""
        return self.not_concluded().filter(starts_on__lte=timezone.localdate())

    def upcoming(self) -> Self:
        """Keep the campaigns that begin after today."""
        return self.filter(starts_on__gt=timezone.localdate())

    def not_concluded(self) -> Self:
        """Keep the campaigns that are running or to come."""
        return self.filter(models.Q(ends_on=None) | models.Q(ends_on__gte=timezone.localdate()))


class CampaignPage(BasePage):
    """What a campaign aims at, when, with whom, and how far it is."""

    kind = "campaign"
    parent_page_types: ClassVar[list[str]] = ["campaigns.CampaignIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "campaigns/campaign_page.html"
    page_description = _("A campaign with its aim, its actions and who takes part.")

    aim = models.TextField(
        _("aim"),
        blank=True,
        help_text=_("What will be different when it has succeeded, because readers ask that first."),
    )
    starts_on = models.DateField(
        _("first day"), help_text=_("Until this day readers see the campaign as upcoming.")
    )
    ends_on = models.DateField(
        _("last day"),
        null=True,
        blank=True,
        help_text=_(
            "After this day readers see the campaign as concluded; leave it empty while the end is open."
        ),
    )
    body = StreamField(BODY, verbose_name=_("text"), blank=True)
    milestones = StreamField([("milestone", Milestone())], verbose_name=_("milestones"), blank=True)
    downloads = StreamField([("file", Download())], verbose_name=_("downloads"), blank=True)

    objects = PageManager.from_queryset(CampaignQuerySet)()

    content_panels: ClassVar[list[Panel]] = [
        *BasePage.content_panels,
        FieldPanel("aim"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")])],
            heading=_("Period"),
            help_text=_("Whether the campaign is upcoming, running or concluded follows from these dates."),
        ),
        FieldPanel("body"),
        MultipleChooserPanel(
            "campaign_actions", label=pgettext_lazy("of a campaign", "Actions"), chooser_field_name="action"
        ),
        MultipleChooserPanel(
            "campaign_facilities", label=_("Libraries and platforms"), chooser_field_name="facility"
        ),
        FieldPanel("milestones"),
        InlinePanel("campaign_institutions", label=_("Institutions taking part")),
        FieldPanel("downloads"),
    ]

    class Meta:
        verbose_name = _("campaign")
        verbose_name_plural = _("campaigns")

    @property
    def state(self) -> CampaignState:
        """Where the campaign stands today, in the site's time zone."""
        today = timezone.localdate()
        if today < self.starts_on:
            return CampaignState.UPCOMING
        if self.ends_on is not None and today > self.ends_on:
            return CampaignState.CONCLUDED
        return CampaignState.RUNNING

    @property
    def date(self) -> datetime.date:
        """The first day."""
        return self.starts_on

    @cached_property
    def actions(self) -> list[Action]:
        """The plan's actions in the language of the page, in their order."""
        keys = [link.action.translation_key for link in self.campaign_actions.select_related("action")]
        return list(Action.objects.in_locale(self.locale).filter(translation_key__in=keys))

    @cached_property
    def facilities(self) -> list[Facility]:
        """The plan's libraries and platforms in the language of the page, in their order."""
        links = self.campaign_facilities.select_related("facility")
        keys = [link.facility.translation_key for link in links]
        return list(Facility.objects.in_locale(self.locale).filter(translation_key__in=keys))

    @property
    def libraries(self) -> list[Facility]:
        """The facilities that are libraries."""
        return [facility for facility in self.facilities if facility.facility_kind == FacilityKind.LIBRARY]

    @property
    def platforms(self) -> list[Facility]:
        """The facilities that are platforms."""
        return [facility for facility in self.facilities if facility.facility_kind == FacilityKind.PLATFORM]

    @cached_property
    def participants(self) -> list[dict[str, object]]:
        """The institutions taking part: `page` in the reader's language, and `role`."""
        links = list(self.campaign_institutions.select_related("institution"))
        roles = {link.institution.translation_key: link.role for link in links}
        pages = in_locale([link.institution for link in links], self.locale)
        return [{"page": page, "role": roles[page.translation_key]} for page in pages]

    def searchable_text(self) -> list[str]:
        """Return the aim, the plan's parts and the words of the body."""
        parts = [term.name for term in [*self.actions, *self.facilities]]
        return [text for text in [self.aim, *parts] if text] + super().searchable_text()

    def structured_data(self) -> Description:
        """Return the campaign as an undertaking: what for, from when to when, with whom."""
        return described(
            self,
            "Project",
            foundingDate=self.starts_on.isoformat(),
            dissolutionDate=self.ends_on.isoformat() if self.ends_on else None,
            slogan=self.aim,
            member=organisations(one["page"] for one in self.participants),
        )

    def clean(self) -> None:
        """Refuse a last day before the first."""
        super().clean()
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("The last day lies before the first.")})


class CampaignAction(Orderable):
    """An action that a campaign carries out."""

    page = ParentalKey(CampaignPage, on_delete=models.CASCADE, related_name="campaign_actions")
    action = models.ForeignKey(
        "campaigns.Action", on_delete=models.CASCADE, related_name="+", verbose_name=_("action")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("action of a campaign")


class CampaignFacility(Orderable):
    """A library or platform that a campaign builds."""

    page = ParentalKey(CampaignPage, on_delete=models.CASCADE, related_name="campaign_facilities")
    facility = models.ForeignKey(
        "campaigns.Facility",
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("library or platform"),
    )

    class Meta(Orderable.Meta):
        verbose_name = _("library or platform of a campaign")


class CampaignInstitution(TranslatableMixin, Orderable):
    """An institution that takes part, and its role."""

    page = ParentalKey(CampaignPage, on_delete=models.CASCADE, related_name="campaign_institutions")
    institution = models.ForeignKey(
        "institutions.InstitutionPage",
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("institution"),
    )
    role = models.CharField(_("role"), max_length=160, blank=True)

    panels: ClassVar[list[Panel]] = [PageChooserPanel("institution"), FieldPanel("role")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("institution that takes part in a campaign")
