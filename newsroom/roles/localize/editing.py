"""Who may do what in wagtail-localize's editor.

Upstream knows one permission for all languages (wagtail-localize #108): of records it asks only whether
somebody may edit their kind, never who may publish them, and it lets whoever edits a page turn it back into a
live placeholder.
"""

import json
from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from wagtail.models import Page
from wagtail_localize.models import Translation
from wagtail_localize.views import convert, edit_translation

from newsroom.roles.records import may, may_bring_online

View = Callable[..., HttpResponse]


def connect() -> None:
    """Put the rules before upstream's views; its addresses are made from these names later."""
    edit_translation.user_can_edit_instance = user_can_edit_instance
    edit_translation.edit_translation = _asking_before_publishing(edit_translation.edit_translation)
    edit_translation.stop_translation = _asking_before_stopping(edit_translation.stop_translation)
    edit_translation.render = _showing_what_is_allowed(edit_translation.render)
    convert.convert_to_alias = _asking_before_converting(convert.convert_to_alias)


def user_can_edit_instance(user: Any, instance: Any) -> bool:
    """Whether a user may edit a page or a record in its own language."""
    if isinstance(instance, Page):
        return bool(instance.permissions_for_user(user).can_edit())
    return may(user, "change", instance)


def may_publish(user: Any, instance: Any) -> bool:
    """Whether a user may let readers see a translation."""
    if isinstance(instance, Page):
        return bool(instance.permissions_for_user(user).can_publish())
    return may_bring_online(user, instance)


def _asking_before_publishing(view: View) -> View:
    def edit(request: HttpRequest, translation: Translation, instance: Any) -> HttpResponse:
        if request.POST.get("action") == "publish" and not may_publish(request.user, instance):
            raise PermissionDenied
        return view(request, translation, instance)

    return edit


def _asking_before_stopping(view: View) -> View:
    """What no longer follows its original is edited by hand, a record online: that is for who may publish."""

    def stop(request: HttpRequest, translation_id: int) -> HttpResponse:
        translation = get_object_or_404(Translation, pk=translation_id)
        if not may_publish(request.user, translation.get_target_instance()):
            raise PermissionDenied
        return view(request, translation_id)

    return stop


def _asking_before_converting(view: View) -> View:
    def to_alias(request: HttpRequest, page_id: int) -> HttpResponse:
        if not may_publish(request.user, get_object_or_404(Page, pk=page_id)):
            raise PermissionDenied
        return view(request, page_id)

    return to_alias


def _showing_what_is_allowed(render: View) -> View:
    """Leave out of the editor what the user may not do there."""

    def rendered(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
        if "props" in context:
            allowed = _allowed(request.user, context["instance"], json.loads(context["props"]))
            context = {**context, "props": json.dumps(allowed)}
        return render(request, template, context)

    return rendered


def _allowed(user: Any, instance: Any, props: dict[str, Any]) -> dict[str, Any]:
    publishes = may_publish(user, instance)
    props["perms"]["canPublish"] = publishes
    if not publishes:
        props["links"] |= {"convertToAliasUrl": None, "stopTranslationUrl": None}
    if not isinstance(instance, Page):
        props["perms"]["canDelete"] = may(user, "delete", instance)
    return props
