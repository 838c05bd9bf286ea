"""What templates of other subjects show of the publications."""

from django import template
from wagtail.models import Page

from publications.publication import PublicationPage

register = template.Library()


@register.simple_tag
def publications_naming(page: Page, count: int = 6) -> list[PublicationPage]:
    """Return the newest `count` publications of an institution or campaign, in the language of that page."""
    return list(PublicationPage.objects.readable().naming(page).newest_first().for_cards()[:count])
