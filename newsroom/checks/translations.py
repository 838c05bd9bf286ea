"""The translation, in wagtail-localize's sense, of which a page or record is made."""

from wagtail.models import TranslatableMixin
from wagtail_localize.models import Translation


def translation_of(instance: TranslatableMixin) -> Translation | None:
    """Return the translation that a page or record follows; None for originals, and where the link was cut."""
    if instance._state.adding:
        return None
    return Translation.objects.filter(
        source__object_id=instance.translation_key, target_locale_id=instance.locale_id, enabled=True
    ).first()
