"""What a page type refuses when an editor saves it."""

from django.core.exceptions import ValidationError
from wagtail.models import Page

FILLED_WHEN_SAVED = ["path", "depth", "slug", "locale", "content_type", "draft_title"]


def refused(page: Page) -> list[str]:
    """Return the names of the fields at which an error is said, in the order of the alphabet."""
    try:
        page.full_clean(exclude=FILLED_WHEN_SAVED)
    except ValidationError as error:
        return sorted(error.message_dict)
    return []
