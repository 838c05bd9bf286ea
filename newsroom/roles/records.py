"""Which records somebody may edit: a translator those of the own language only, wherever they are edited."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Locale, Page, TranslatableMixin
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import policy_registry, register_permission_policy

from newsroom.checks.translations import translation_of
from newsroom.roles.languages import PUBLISH, has_in, languages_of, works_everywhere


class RecordsByLanguage(ModelPermissionPolicy):
    """Django's permissions on a model; through a translators' group they hold for records in its language.

    Everybody who may see the records sees those of all languages: translators need their originals.
    """

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        if not self.user_has_permission(user, action):
            return False
        name = self._get_permission_name(action)
        return action == "view" or has_in(user, instance.locale.language_code, name)

    def instances_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> Any:
        allowed = [action for action in actions if self.user_has_permission(user, action)]
        languages = languages_of(user, *(self._get_permission_name(action) for action in allowed))
        if "view" in allowed or languages is None:
            return self.model._default_manager.all()
        return self.model._default_manager.filter(locale__language_code__in=languages)


def connect() -> None:
    """Let Wagtail ask this policy about every translatable record."""
    for model in apps.get_models():
        if issubclass(model, TranslatableMixin) and not issubclass(model, Page):
            register_permission_policy(model, RecordsByLanguage(model), exact_class=True)


def may(user: Any, action: str, record: Any) -> bool:
    """Whether a user may do something with a record, of whichever kind."""
    return bool(policy_registry.get(record).user_has_permission_for_instance(user, action, record))


def may_bring_online(user: Any, record: Any) -> bool:
    """Whether a user may let readers see a record's translation, which has no draft of its own."""
    name = f"{record._meta.app_label}.change_{record._meta.model_name}"
    return works_everywhere(user, name) or has_in(user, record.locale.language_code, PUBLISH)


def refuse_editing(request: HttpRequest, record: Any) -> HttpResponse | None:
    """Refuse a record in a language that is not the user's, and a form that would bring it online."""
    if not isinstance(record, TranslatableMixin):
        return None
    if not may(request.user, "change", record):
        raise PermissionDenied
    if translation_of(record) is not None or may_bring_online(request.user, record):
        return None
    sentence = _("Readers see “%(record)s” as it is saved, for it has no draft: ask somebody who may publish.")
    messages.error(request, sentence % {"record": record})
    return redirect(type(record).snippet_viewset.get_url_name("list"))


def refuse_deleting(request: HttpRequest, records: Iterable[Any]) -> None:
    """Refuse to delete records in a language that is not the user's."""
    for record in records:
        if isinstance(record, TranslatableMixin) and not may(request.user, "delete", record):
            raise PermissionDenied


def refuse_creating(request: HttpRequest, model: type[Any]) -> None:
    """Refuse to make a record in a language that is not the user's."""
    if issubclass(model, TranslatableMixin):
        code = request.GET.get("locale") or Locale.get_default().language_code
        if not has_in(request.user, code, f"{model._meta.app_label}.add_{model._meta.model_name}"):
            raise PermissionDenied
