"""Which translation somebody may work on: whoever may edit the translated page or record."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from wagtail_localize.models import StringSegment, Translation
from wagtail_localize.views.edit_translation import user_can_edit_instance


def translation_for(request: HttpRequest, translation_id: int) -> Translation:
    """Return a translation that the user may edit; raises Http404 or PermissionDenied."""
    found = Translation.objects.select_related("source__locale", "target_locale")
    translation = get_object_or_404(found, pk=translation_id)
    if not user_can_edit_instance(request.user, instance_of(translation)):
        raise PermissionDenied
    return translation


def instance_of(translation: Translation) -> Any:
    """Return the translated page or record; raises Http404 when it is gone."""
    try:
        return translation.get_target_instance()
    except models.ObjectDoesNotExist as error:
        raise Http404 from error


def segment_of(translation: Translation, segment_id: int) -> StringSegment:
    """Return a segment of a translation, or raise Http404."""
    segments = StringSegment.objects.filter(source=translation.source_id).select_related("string", "context")
    return get_object_or_404(segments, pk=segment_id)
