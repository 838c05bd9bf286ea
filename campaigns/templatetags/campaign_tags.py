"""What templates of other subjects show of the campaigns."""

from django import template
from wagtail.models import Page

from campaigns.campaign import CampaignPage

register = template.Library()


@register.simple_tag
def campaigns_naming(page: Page) -> list[CampaignPage]:
    """Return the campaigns in which an institution takes part, in the language of that page."""
    return list(CampaignPage.objects.readable().naming(page).latest_first().for_cards())
