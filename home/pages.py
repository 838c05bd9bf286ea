"""The home page and the standard page."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, Panel
from wagtail.fields import StreamField

from designcity.blocks import BODY
from designcity.pages import BasePage
from home.blocks import SECTIONS


class HomePage(BasePage):
    """The front of the site in one language, composed of sections."""

    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    subpage_types: ClassVar[list[str]] = [
        "news.NewsIndexPage",
        "institutions.DirectoryPage",
        "campaigns.CampaignIndexPage",
        "campaigns.MilestonesPage",
        "publications.PublicationIndexPage",
        "awards.AwardIndexPage",
        "events.EventIndexPage",
        "events.CallIndexPage",
        "home.StandardPage",
        "home.ContactPage",
    ]
    template = "home/home_page.html"

    sections = StreamField([*SECTIONS, *BODY], verbose_name=_("sections"), blank=True)

    content_panels: ClassVar[list[Panel]] = [*BasePage.content_panels, FieldPanel("sections")]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def searchable_text(self) -> list[str]:
        """Return nothing: the home page repeats what other pages say."""
        return []


class StandardPage(BasePage):
    """A page that stays: about, accessibility, privacy."""

    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "home.StandardPage"]
    subpage_types: ClassVar[list[str]] = ["home.StandardPage", "home.ContactPage"]
    template = "home/standard_page.html"
    page_description = _("A page that stays, such as “About” or “Privacy”.")

    body = StreamField(BODY, verbose_name=_("text"), blank=True)

    content_panels: ClassVar[list[Panel]] = [*BasePage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")
