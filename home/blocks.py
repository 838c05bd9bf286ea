"""The sections that a home page is composed of."""

from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.models import Page

from campaigns.models import CampaignPage
from designcity.pages import current_locale, in_locale
from events.models import CallIndexPage, CallPage, EventIndexPage, EventPage
from institutions.models import InstitutionPage
from news.models import ArticlePage

HOME = _("Sections of the home page")


class LeadStoryValue(blocks.StructValue):
    """The chosen article in the reader's language, or the newest one."""

    @cached_property
    def article(self) -> Page | None:
        """The article to show; None while there are none."""
        chosen = self.get("page")
        locale = current_locale()
        found = in_locale([chosen], locale) if chosen else []
        return found[0] if found else _newest_articles(locale).first()


class LeadStory(blocks.StructBlock):
    """The story at the top."""

    page = blocks.PageChooserBlock(
        label=_("Article"),
        page_type="news.ArticlePage",
        required=False,
        help_text=_("Empty: the newest article."),
    )

    class Meta:
        icon = "pick"
        group = HOME
        label = _("Lead story")
        value_class = LeadStoryValue
        template = "home/blocks/lead_story.html"
        preview_template = "blocks/previews/cards.html"
        description = _("One article, large.")


class CampaignFocusValue(blocks.StructValue):
    """The chosen campaign in the reader's language, or the latest one."""

    @cached_property
    def campaign(self) -> Page | None:
        """The campaign to show; None while there are none."""
        chosen = self.get("page")
        locale = current_locale()
        found = in_locale([chosen], locale) if chosen else []
        latest = CampaignPage.objects.readable().filter(locale=locale).latest_first().for_cards()
        return found[0] if found else latest.first()


class CampaignFocus(blocks.StructBlock):
    """The campaign that the city is working on."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    page = blocks.PageChooserBlock(
        label=_("Campaign"),
        page_type="campaigns.CampaignPage",
        required=False,
        help_text=_("Empty: the latest campaign."),
    )

    class Meta:
        icon = "date"
        group = HOME
        label = _("Campaign in focus")
        value_class = CampaignFocusValue
        template = "home/blocks/campaign_focus.html"
        preview_template = "blocks/previews/cards.html"
        description = _("One campaign with its aim, actions and state.")


class LatestNewsValue(blocks.StructValue):
    """The newest articles in the reader's language."""

    @cached_property
    def articles(self) -> list[Page]:
        """As many articles as the section shows."""
        return list(_newest_articles(current_locale())[: self.get("count") or 6])


class LatestNews(blocks.StructBlock):
    """The newest articles."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    count = blocks.IntegerBlock(label=_("How many"), min_value=3, max_value=12, default=6)

    class Meta:
        icon = "doc-full"
        group = HOME
        label = _("Latest news")
        value_class = LatestNewsValue
        template = "home/blocks/latest_news.html"
        preview_template = "blocks/previews/cards.html"
        description = _("The newest articles, by themselves.")


class InstitutionsFocusValue(blocks.StructValue):
    """The chosen institutions in the reader's language, or some of the directory."""

    @cached_property
    def institutions(self) -> list[Page]:
        """The institutions to show."""
        locale = current_locale()
        chosen = [page for page in self.get("pages") or [] if page is not None]
        if chosen:
            return in_locale(chosen, locale)
        return list(InstitutionPage.objects.readable().filter(locale=locale).for_cards()[:6])


class InstitutionsFocus(blocks.StructBlock):
    """Institutions that the city wants to be seen."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    pages = blocks.ListBlock(
        blocks.PageChooserBlock(page_type="institutions.InstitutionPage"),
        label=_("Institutions"),
        default=[],
        max_num=12,
    )

    class Meta:
        icon = "group"
        group = HOME
        label = _("Institutions in focus")
        value_class = InstitutionsFocusValue
        template = "home/blocks/institutions_focus.html"
        preview_template = "blocks/previews/cards.html"
        description = _("Institutions chosen by hand, or some of the directory.")


class UpcomingValue(blocks.StructValue):
    """The next events and the open calls in the reader's language, as they are when the page is read."""

    @cached_property
    def events(self) -> list[Page]:
        """The events that are not over, the next one first."""
        found = EventPage.objects.readable().filter(locale=current_locale()).not_over().soonest_first()
        return list(found.for_cards()[: self.get("count") or 3])

    @cached_property
    def calls(self) -> list[Page]:
        """The calls that take entries now, the one that closes next first."""
        found = CallPage.objects.readable().filter(locale=current_locale()).open().soonest_closed_first()
        return list(found.for_cards()[: self.get("count") or 3])

    @property
    def cards(self) -> list[Page]:
        """Events and calls one after the other."""
        return [*self.events, *self.calls]

    @cached_property
    def indexes(self) -> list[Page]:
        """The lists of all events and of all calls."""
        locale = current_locale()
        return [
            index
            for model in (EventIndexPage, CallIndexPage)
            if (index := model.objects.readable().filter(locale=locale).first())
        ]


class Upcoming(blocks.StructBlock):
    """What takes place next, and what can be entered now."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    count = blocks.IntegerBlock(
        label=_("How many"),
        min_value=1,
        max_value=12,
        default=3,
        help_text=_("Of the events, and of the calls."),
    )

    class Meta:
        icon = "calendar-alt"
        group = HOME
        label = _("Upcoming events and open calls")
        value_class = UpcomingValue
        template = "home/blocks/upcoming.html"
        preview_template = "blocks/previews/cards.html"
        description = _("The next events and the open calls for entries, by themselves.")


def _newest_articles(locale: Any) -> Any:
    return ArticlePage.objects.readable().filter(locale=locale).newest_first().for_cards()


SECTIONS = [
    ("lead_story", LeadStory()),
    ("campaign_focus", CampaignFocus()),
    ("latest_news", LatestNews()),
    ("institutions_focus", InstitutionsFocus()),
    ("upcoming", Upcoming()),
]
