"""What templates of other subjects show of the campaigns."""

from django import template
from wagtail.models import Page

from campaigns.campaign import CampaignPage
from campaigns.milestones import Entry, MilestonesPage

register = template.Library()


@register.simple_tag
def campaigns_naming(page: Page) -> list[CampaignPage]:
    """Return the campaigns in which an institution takes part, in the language of that page."""
    return list(CampaignPage.objects.readable().naming(page).latest_first().for_cards())


@register.simple_tag
def milestones_naming(page: Page) -> list[Entry]:
    """Return the milestones of the city that lead to an institution or campaign, in that page's language."""
    timelines = MilestonesPage.objects.readable().filter(locale=page.locale_id).defer("body")
    return [entry for timeline in timelines for entry in timeline.leading_to(page)]
