"""Who may work on a translation, and who may talk about it."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from wagtail_localize.models import StringSegment, Translation

from newsroom.roles.localize.editing import user_can_edit_instance


def translation_for(user: Any, translation_id: int) -> Translation:
    """Return a translation that this person may edit; raises Http404 or PermissionDenied."""
    translation = _found(translation_id)
    if not user_can_edit_instance(user, instance_of(translation)):
        raise PermissionDenied
    return translation


def instance_of(translation: Translation) -> Any:
    """Return the translated page or record; raises Http404 when it is gone."""
    instance = translation.source.object.get_instance_or_none(translation.target_locale)
    if instance is None:
        raise Http404
    return instance


def segment_of(translation: Translation, segment_id: int) -> StringSegment:
    """Return a segment of a translation, or raise Http404."""
    segments = StringSegment.objects.filter(source=translation.source_id).select_related("string", "context")
    return get_object_or_404(segments, pk=segment_id)


def discussed_by(user: Any, translation_id: int) -> Translation:
    """Return a translation that this person, or whoever edits its original, may comment on."""
    translation = _found(translation_id)
    if not may_discuss(user, translation):
        raise PermissionDenied
    return translation


def may_discuss(user: Any, translation: Translation) -> bool:
    """Whether somebody may edit the translation or its original."""
    original = translation.source.object.get_instance_or_none(translation.source.locale)
    pages = (instance_of(translation), original)
    return any(page is not None and user_can_edit_instance(user, page) for page in pages)


def _found(translation_id: int) -> Translation:
    related = Translation.objects.select_related("source__locale", "source__object", "target_locale")
    return get_object_or_404(related, pk=translation_id)
