"""Who may hand a page or record to translators, and for which languages.

Upstream asks for one permission for all languages (wagtail-localize #108).
"""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from wagtail.models import Locale, Page
from wagtail_localize.views.submit_translations import SubmitTranslationView
from wagtail_localize.views.update_translations import UpdateTranslationsView

from newsroom.roles.languages import PUBLISH, TRANSLATE, has_in, languages_of, works_everywhere
from newsroom.roles.localize.editing import may_publish, user_can_edit_instance


def connect() -> None:
    """Put the rules before upstream's forms and before what they do."""
    SubmitTranslationView.get_form = _with_own_languages(SubmitTranslationView.get_form)
    UpdateTranslationsView.get_form = _with_own_rights(UpdateTranslationsView.get_form)
    UpdateTranslationsView.get_object = _of_own_language(UpdateTranslationsView.get_object)


def languages_to_submit(user: Any, instance: Any) -> list[Locale]:
    """Return the languages into which a user may let a page or record be translated that it still lacks."""
    versions = instance.get_translations(inclusive=True).select_related("locale")
    if isinstance(instance, Page):
        held = {version.locale_id for version in versions if version.alias_of_id}
        refused = {
            version.locale_id
            for version in versions
            if not version.alias_of_id or not version.permissions_for_user(user).can_edit()
        }
    else:
        held, refused = set(), {version.locale_id for version in versions}
    return [
        locale
        for locale in Locale.objects.exclude(pk__in=refused)
        if has_in(user, locale.language_code, TRANSLATE)
        and (locale.pk in held or isinstance(instance, Page) or _may_make(user, locale, instance))
    ]


def may_synchronise(user: Any, source: Any) -> bool:
    """Whether a user may bring what changed in an original to its translations: who works on one of them."""
    return any(user_can_edit_instance(user, one) for one in _targets(source))


def _may_make(user: Any, locale: Locale, record: Any) -> bool:
    """A record's translation is online from the beginning: it has no draft."""
    name = f"{record._meta.app_label}.change_{record._meta.model_name}"
    return works_everywhere(user, name) or (
        has_in(user, locale.language_code, name) and has_in(user, locale.language_code, PUBLISH)
    )


def _with_own_languages(get_form: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def form(view: Any) -> Any:
        made = get_form(view)
        allowed = [locale.pk for locale in languages_to_submit(view.request.user, view.object)]
        if not allowed and languages_of(view.request.user, TRANSLATE) is not None:
            raise PermissionDenied
        made.fields["locales"].queryset = made.fields["locales"].queryset.filter(pk__in=allowed)
        return made

    return form


def _of_own_language(get_object: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def found(view: Any) -> Any:
        source = get_object(view)
        if not may_synchronise(view.request.user, source):
            raise PermissionDenied
        return source

    return found


def _with_own_rights(get_form: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Offer to publish, or to let a machine translate, only who may do so in every language concerned."""

    def form(view: Any) -> Any:
        made, targets = get_form(view), _targets(view.object)
        if not all(may_publish(view.request.user, one) for one in targets):
            made.fields["publish_translations"].disabled = True
            made.fields["publish_translations"].widget = forms.HiddenInput()
        if not all(user_can_edit_instance(view.request.user, one) for one in targets):
            made.fields.pop("use_machine_translation", None)
        return made

    return form


def _targets(source: Any) -> list[Any]:
    enabled = source.translations.filter(enabled=True).select_related("target_locale")
    found = [source.object.get_instance_or_none(one.target_locale) for one in enabled]
    return [one for one in found if one is not None]
