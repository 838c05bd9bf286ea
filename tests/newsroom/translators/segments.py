"""What translators send to wagtail-localize's editor."""

from typing import Any

from django.test import Client
from django.urls import reverse
from wagtail_localize.models import StringTranslation, Translation

BOUNDARY = "a-line-between"


def into(instance: Any, code: str) -> Translation:
    """Return what wagtail-localize keeps of an instance's translation."""
    return Translation.objects.get(
        source__object_id=instance.translation_key, target_locale__language_code=code
    )


def save_segment(client: Client, translation: Translation, field: str, words: str, known: str = "") -> Any:
    """Send the words of a segment, as the editor's script does."""
    segment = translation.source.stringsegment_set.get(context__path=field)
    address = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])
    part = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{{}}"\r\n\r\n{{}}\r\n'
    known_part = part.format("known", known) if known else ""
    body = f"{part.format('value', words)}{known_part}--{BOUNDARY}--\r\n"
    return client.put(address, body, content_type=f"multipart/form-data; boundary={BOUNDARY}")


def saved(translation: Translation, field: str) -> str:
    """Return the words that are saved of a segment."""
    segment = translation.source.stringsegment_set.get(context__path=field)
    return StringTranslation.objects.get(
        translation_of=segment.string, context=segment.context, locale=translation.target_locale
    ).data
