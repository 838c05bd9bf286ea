"""Saving a segment of a translation: words that somebody else saved meanwhile are not covered unasked."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from rest_framework.parsers import FormParser, MultiPartParser
from rest_framework.request import Request
from wagtail.admin.utils import get_user_display_name
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.views import edit_translation
from wagtail_localize.views.edit_translation import edit_string_translation

ADDRESS = "localize/translate/<int:translation_id>/strings/<int:string_segment_id>/edit/"
"""wagtail-localize's own, which this view stands before."""
KNOWN = "known"
"""The name under which the form says which words it was begun from; without it nothing is asked."""


@transaction.atomic
def save(request: HttpRequest, translation_id: int, string_segment_id: int) -> Any:
    """Save as wagtail-localize does; 409 with the other's words when the form does not know them."""
    if not _may_save(request, translation_id):
        # wagtail-localize says so; nobody is told words of a language that is not theirs.
        return edit_string_translation(
            request, translation_id=translation_id, string_segment_id=string_segment_id
        )
    sent = _sent(request)
    current = _current(translation_id, string_segment_id)
    if current is not None and KNOWN in sent and current.data not in (sent[KNOWN], sent.get("value")):
        return _refused(request, current)
    return edit_string_translation(request, translation_id=translation_id, string_segment_id=string_segment_id)


def _may_save(request: HttpRequest, translation_id: int) -> bool:
    translation = Translation.objects.select_related("source__object").filter(pk=translation_id).first()
    instance = translation and translation.source.object.get_instance_or_none(translation.target_locale)
    return bool(instance) and edit_translation.user_can_edit_instance(request.user, instance)


def _sent(request: HttpRequest) -> dict[str, str]:
    """Return what a form sent, without taking it away from the view that saves it."""
    if not (request.user.is_authenticated and request.body):
        return {}
    data = Request(request, parsers=[MultiPartParser(), FormParser()]).data
    return {name: str(data[name]) for name in (KNOWN, "value") if name in data}


def _current(translation_id: int, string_segment_id: int) -> StringTranslation | None:
    """Return what is saved for a segment, and let nobody else save it in this moment.

    An address that was made from the title by itself is nobody's word.
    """
    translation = Translation.objects.filter(pk=translation_id).first()
    segment = StringSegment.objects.filter(pk=string_segment_id).first()
    if translation is None or segment is None:
        return None
    found = StringTranslation.objects.select_for_update(of=("self",)).select_related("last_translated_by")
    found = found.exclude(context__path="slug", translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE)
    return found.filter(
        translation_of=segment.string_id, context=segment.context_id, locale=translation.target_locale_id
    ).first()


def _refused(request: HttpRequest, current: StringTranslation) -> HttpResponse:
    somebody = current.last_translated_by
    who = get_user_display_name(somebody) if somebody else _("Somebody")
    return JsonResponse({"words": current.data, "who": who}, status=409)
