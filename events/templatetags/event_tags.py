"""What templates of other subjects show of events and calls."""

from django import template
from wagtail.models import Page

from events.call import CallPage
from events.event import EventPage

register = template.Library()


@register.simple_tag
def events_naming(page: Page, count: int = 6) -> list[EventPage]:
    """Return events that name an institution or campaign, those to come first, in that page's language."""
    return list(EventPage.objects.readable().naming(page).current_first().for_cards()[:count])


@register.simple_tag
def calls_naming(page: Page, count: int = 6) -> list[CallPage]:
    """Return calls that name an institution or campaign, the open ones first, in that page's language."""
    return list(CallPage.objects.readable().naming(page).current_first().for_cards()[:count])
