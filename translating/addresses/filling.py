"""The address of a translation is made from its title, unless the translator gives one."""

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, TranslationSource

from newsroom.proposals.addresses import proposed
from translating.plain import plain

BY_ITSELF = StringTranslation.TRANSLATION_TYPE_MACHINE


def fill(source: TranslationSource, locale: Locale) -> None:
    """Give a translation its address: that which readers have, else one made from the translated title.

    What a translator typed stays. While the title is not translated there is none.
    """
    segment = _segment(source, "slug")
    if segment is None or _translations(segment, locale).exclude(translation_type=BY_ITSELF).exists():
        return
    if address := _address(source, locale):
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            locale=locale,
            context=segment.context,
            defaults={
                "data": address,
                "translation_type": BY_ITSELF,
                "tool_name": _("the title"),
                "has_error": False,
                "field_error": "",
            },
        )


@receiver(post_save, sender=StringTranslation)
def follow_the_title(instance: StringTranslation, **kwargs: Any) -> None:
    """Make the address anew when the title is translated."""
    if instance.context is None or instance.context.path != "title":
        return
    of_title = StringSegment.objects.filter(context=instance.context, string=instance.translation_of_id)
    for source in TranslationSource.objects.filter(pk__in=of_title.values("source")):
        fill(source, instance.locale)


def _address(source: TranslationSource, locale: Locale) -> str:
    version = Page.objects.filter(translation_key=source.object_id, locale=locale).first()
    if version is None:
        return ""
    # That of a home page stands in no address, and processes keep it for an hour as the way to all pages below.
    if (version.live and not version.alias_of_id) or version.is_site_root():
        return str(version.slug)
    segment = _segment(source, "title")
    title = _translations(segment, locale).first() if segment else None
    return proposed(plain(title.data), version.get_parent(), version) if title else ""


def _segment(source: TranslationSource, path: str) -> StringSegment | None:
    found: StringSegment | None = (
        source.stringsegment_set.filter(context__path=path).select_related("string", "context").first()
    )
    return found


def _translations(segment: StringSegment, locale: Locale) -> Any:
    found = StringTranslation.objects.filter(
        translation_of=segment.string_id, context=segment.context_id, locale=locale
    )
    return found.exclude(has_error=True)
