"""Blocks that show other pages of the site as cards, each chosen by hand."""

from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.models import Page

from designcity.pages import current_locale, in_locale

CARDS = _("Cards")


class CardsValue(blocks.StructValue):
    """Cards of the chosen pages, in the reader's language."""

    @cached_property
    def cards(self) -> list[Page]:
        """The chosen pages that are live in the reader's language; one query."""
        return in_locale([page for page in self.get("pages") or [] if page is not None], current_locale())


class Cards(blocks.StructBlock):
    """A title and pages chosen by hand; each theme narrows the chooser to its page type."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)

    class Meta:
        group = CARDS
        value_class = CardsValue
        template = "blocks/cards.html"
        preview_template = "blocks/previews/cards.html"


def _chooser(page_type: str, label: Any) -> blocks.ListBlock:
    return blocks.ListBlock(blocks.PageChooserBlock(page_type=page_type), label=label, min_num=1, max_num=12)


class NewsCards(Cards):
    """Articles chosen by hand."""

    pages = _chooser("news.ArticlePage", _("Articles"))

    class Meta:
        icon = "doc-full-inverse"
        label = _("News cards")
        description = _("Articles chosen by hand, as cards.")


class InstitutionCards(Cards):
    """Institutions chosen by hand."""

    pages = _chooser("institutions.InstitutionPage", _("Institutions"))

    class Meta:
        icon = "group"
        label = _("Institution cards")
        description = _("Institutions chosen by hand, as cards.")


class CampaignCards(Cards):
    """Campaigns chosen by hand."""

    pages = _chooser("campaigns.CampaignPage", _("Campaigns"))

    class Meta:
        icon = "date"
        label = _("Campaign cards")
        description = _("Campaigns chosen by hand, as cards.")
