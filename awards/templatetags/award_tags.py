"""What templates of other subjects show of the awards."""

from django import template
from wagtail.models import Page

from awards.award import AwardPage

register = template.Library()


@register.simple_tag
def awards_naming(page: Page, count: int = 6) -> list[AwardPage]:
    """Return the newest `count` awards that name an institution or campaign, in the language of that page."""
    return list(AwardPage.objects.readable().naming(page).newest_first().for_cards()[:count])
