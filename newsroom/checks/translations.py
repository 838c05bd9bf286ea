"""The translation, in wagtail-localize's sense, of which a page is made."""

from wagtail.models import Page
from wagtail_localize.models import Translation


def translation_of(page: Page) -> Translation | None:
    """Return the translation that a page follows; None for originals, and where the link was cut."""
    if page._state.adding:
        return None
    return Translation.objects.filter(
        source__object_id=page.translation_key, target_locale_id=page.locale_id, enabled=True
    ).first()
