"""Blocks that show other pages of the site as cards, chosen by hand or by a rule.

The page types are named and not imported: they belong to apps that import these blocks.
"""

from typing import Any, ClassVar

from django.apps import apps
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.models import Page
from wagtail.snippets.blocks import SnippetChooserBlock

from designcity.pages import BasePageQuerySet, current_locale, in_locale

CARDS = _("Other pages of the site")
MOST = 12
"""How many cards a block shows at most."""


class CardsValue(blocks.StructValue):
    """Cards of pages in the reader's language: those chosen by hand, else those of the rule."""

    @cached_property
    def cards(self) -> list[Page]:
        """The pages to show; two queries and those that the cards cost, however many pages there are."""
        chosen = self.get("pages") or []
        if len(chosen):
            return in_locale([page for page in chosen if page is not None], current_locale())
        return list(self.by_rule().for_cards()[: min(self.get("count") or MOST, MOST)])

    def by_rule(self) -> Any:
        """Return the readable pages in the reader's language that the rule lets through, in its order."""
        model = apps.get_model(self.block.page_type)
        return self.block.matching(model.objects.readable().filter(locale=current_locale()), self)


class Cards(blocks.StructBlock):
    """A title and pages; each theme names its page type and says what its rule lets through."""

    page_type: ClassVar[str]

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)

    class Meta:
        group = CARDS
        value_class = CardsValue

    def matching(self, pages: BasePageQuerySet, value: CardsValue) -> BasePageQuerySet:
        """Return those of `pages` that the rule lets through, in the order in which they are shown."""
        raise NotImplementedError


def by_hand(page_type: str, label: Any) -> blocks.ListBlock:
    """Return the choosers of pages by hand."""
    return blocks.ListBlock(
        blocks.PageChooserBlock(page_type=page_type),
        label=label,
        default=[],
        max_num=MOST,
        help_text=_("By hand, in this order; without any, the rule below chooses, and keeps up by itself."),
    )


def rule_chooser(rules: type[models.TextChoices], default: models.TextChoices) -> blocks.ChoiceBlock:
    """Return the chooser of what stands there while nothing is chosen by hand."""
    return blocks.ChoiceBlock(
        label=_("Which by the rule"), choices=rules.choices, default=default.value, search_index=False
    )


def how_many() -> blocks.IntegerBlock:
    """Return the number of pages that the rule chooses at most."""
    return blocks.IntegerBlock(label=_("How many by the rule"), min_value=1, max_value=MOST, default=3)


def term_chooser(model: str, label: Any) -> SnippetChooserBlock:
    """Return the chooser of one term of a rule; left empty, the rule doesn't ask for it."""
    return SnippetChooserBlock(model, label=label, required=False)


class NewsCards(Cards):
    """Articles: by hand, or the newest of a category or tag."""

    page_type = "news.ArticlePage"
    pages = by_hand(page_type, _("Articles"))
    category = term_chooser("news.Category", _("Only of this category"))
    tag = term_chooser("news.Tag", _("Only with this tag"))
    count = how_many()

    class Meta:
        icon = "doc-full-inverse"
        label = _("News cards")
        template = "blocks/news_cards.html"
        preview_template = "blocks/previews/news_cards.html"
        description = _("Articles chosen by hand, or always the newest of a category or tag.")

    def matching(self, pages: Any, value: CardsValue) -> Any:
        """Return the articles of the category and tag, newest first."""
        if value.get("category"):
            pages = pages.in_category(value["category"].slug)
        if value.get("tag"):
            pages = pages.tagged(value["tag"].slug)
        return pages.newest_first()


class InstitutionCards(Cards):
    """Institutions: by hand, or those of a kind, field or district."""

    page_type = "institutions.InstitutionPage"
    pages = by_hand(page_type, _("Institutions"))
    kind = term_chooser("institutions.InstitutionKind", _("Only of this kind"))
    field = term_chooser("institutions.Field", _("Only in this field of design"))
    district = term_chooser("institutions.District", _("Only in this district"))
    count = how_many()

    class Meta:
        icon = "group"
        label = _("Institution cards")
        template = "blocks/institution_cards.html"
        preview_template = "blocks/previews/institution_cards.html"
        description = _("Institutions chosen by hand, or those of a kind, field or district.")

    def matching(self, pages: Any, value: CardsValue) -> Any:
        """Return the institutions of the kind, field and district, by name."""
        return institutions_of(pages, value).order_by("title")


class CampaignRule(models.TextChoices):
    """Which campaigns a rule chooses."""

    CURRENT = "current", _("Running and upcoming")
    RUNNING = "running", _("Running")
    UPCOMING = "upcoming", _("Upcoming")
    ALL = "all", _("All, the latest first")


class CampaignCards(Cards):
    """Campaigns: by hand, or those that run or are to come."""

    page_type = "campaigns.CampaignPage"
    pages = by_hand(page_type, _("Campaigns"))
    rule = rule_chooser(CampaignRule, CampaignRule.CURRENT)
    count = how_many()

    class Meta:
        icon = "date"
        label = _("Campaign cards")
        template = "blocks/campaign_cards.html"
        preview_template = "blocks/previews/campaign_cards.html"
        description = _("Campaigns chosen by hand, or always those that run or are to come.")

    def matching(self, pages: Any, value: CardsValue) -> Any:
        """Return the campaigns of the rule: what is going on first, what comes next after it."""
        rule = value.get("rule") or CampaignRule.CURRENT
        if rule == CampaignRule.RUNNING:
            return pages.running().soonest_first()
        if rule == CampaignRule.UPCOMING:
            return pages.upcoming().soonest_first()
        if rule == CampaignRule.CURRENT:
            return pages.not_concluded().soonest_first()
        return pages.latest_first()


class PublicationCards(Cards):
    """Publications: by hand, or the newest."""

    page_type = "publications.PublicationPage"
    pages = by_hand(page_type, _("Publications"))
    count = how_many()

    class Meta:
        icon = "doc-full"
        label = _("Publication cards")
        template = "blocks/publication_cards.html"
        preview_template = "blocks/previews/publication_cards.html"
        description = _("Publications chosen by hand, or always the newest, with their covers.")

    def matching(self, pages: Any, value: CardsValue) -> Any:
        """Return all publications, newest first."""
        return pages.newest_first()


def institutions_of(pages: Any, value: blocks.StructValue) -> Any:
    """Return those of the institutions that are of the kind, field and district that a block names."""
    if value.get("kind"):
        pages = pages.of_kind(value["kind"].slug)
    if value.get("field"):
        pages = pages.in_field(value["field"].slug)
    if value.get("district"):
        pages = pages.in_district(value["district"].slug)
    return pages
