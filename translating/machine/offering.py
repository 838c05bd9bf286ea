"""What may be asked of the service, by whom, and where the text goes."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from wagtail.models import Locale, Page
from wagtail.permissions import policy_registry
from wagtail_localize.models import Translation

from newsroom.roles.localize.editing import user_can_edit_instance
from translating.access import instance_of
from translating.filling.repeats import fill
from translating.machine.jobs import ask, count
from translating.machine.models import Job
from translating.machine.services import host_of, service


@dataclass(frozen=True)
class Destination:
    """Who gets the text: the service, and the machine it runs on."""

    name: str
    host: str


def destination() -> Destination:
    """Return who gets the text; raises Http404 while machine translation is off."""
    translator = service()
    if translator is None:
        raise Http404
    return Destination(str(translator.display_name), host_of(translator))


def ask_for(translation_id: int, user: Any) -> Job | None:
    """Have one translation proposed; None when nothing is left of it. Raises Http404 or PermissionDenied."""
    found = Translation.objects.select_related("source__locale", "target_locale")
    translation = get_object_or_404(found, pk=translation_id)
    if not user_can_edit_instance(user, instance_of(translation)):
        raise PermissionDenied
    if not can_translate(translation.source.locale, translation.target_locale):
        raise Http404
    running = Job.objects.in_progress().of(translation).first()
    if running is not None:
        return running
    fill(translation)
    if not count([translation], translation.target_locale):
        return None
    return ask([translation], translation.target_locale, user)


def can_translate(source: Locale, target: Locale) -> bool:
    """Whether there is a service, and it knows both languages."""
    translator = service()
    return translator is not None and bool(translator.can_translate(source, target))


def section(page: Page, user: Any) -> dict[Locale, list[Translation]]:
    """Return the translations of a page and those below it that the user may edit, by language."""
    keys = page.get_descendants(inclusive=True).filter(locale=page.locale_id).values("translation_key")
    found = Translation.objects.filter(source__object__in=keys, source__locale=page.locale_id, enabled=True)
    edited = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
    mine = set(edited.filter(translation_key__in=keys).values_list("translation_key", "locale_id"))
    result: dict[Locale, list[Translation]] = {}
    for one in found.select_related("source__locale", "target_locale").order_by("target_locale", "pk"):
        may = (one.source.object_id, one.target_locale_id) in mine
        if may and can_translate(one.source.locale, one.target_locale):
            result.setdefault(one.target_locale, []).append(one)
    return result
