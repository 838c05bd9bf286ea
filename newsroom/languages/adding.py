"""Makes all that a language of the site needs; what is there already stays as it is."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django_tasks import task
from wagtail import hooks
from wagtail.models import Locale, Page, TranslatableMixin
from wagtail.snippets.models import get_snippet_models
from wagtail_localize.models import LocaleSynchronization
from wagtail_localize.operations import translate_object
from wagtail_localize.synctree import synchronize_tree

from newsroom.models import Role, RoleKey
from newsroom.roles.granting import give
from newsroom.roles.making import make_role


def make_locale(code: str) -> Locale:
    """Return the locale of a language, which follows the source language's tree from now on."""
    locale, _ = Locale.objects.get_or_create(language_code=code)
    # In bulk, so that wagtail-localize does not begin to copy the tree in the same moment.
    LocaleSynchronization.objects.bulk_create(
        [LocaleSynchronization(locale=locale, sync_from=Locale.get_default())], ignore_conflicts=True
    )
    return locale


def make_translators(code: str) -> Role:
    """Return the role of the language's translators, with what they may do."""
    role: Role = make_role(apps, RoleKey.TRANSLATOR, code)
    give(apps, [role])
    return role


def pages_without_placeholder(locale: Locale) -> int:
    """Return how many pages of the source language a language has no version of."""
    there = Page.objects.filter(locale=locale, depth__gt=1).values("translation_key")
    originals = Page.objects.filter(locale=Locale.get_default(), depth__gt=1)
    return int(originals.exclude(translation_key__in=there).count())


@task()
def make_placeholders(code: str) -> None:
    """Give every page of the source language its placeholder in a language; can be stopped and begun again."""
    # Of all locales: the worker may have been started before the setting named the language.
    synchronize_tree(Locale.get_default(), Locale.all_objects.get(language_code=code))


def hand_records_to_translators(locale: Locale) -> int:
    """Let every record have a version in a language, in the source's words until it is translated."""
    untranslated = list(_records_without_version(locale))
    for record in untranslated:
        translate_object(record, [locale])
    return len(untranslated)


def _records_without_version(locale: Locale) -> Iterator[Any]:
    hooks.search_for_hooks()  # apps say there which records are edited
    for model in get_snippet_models():
        if issubclass(model, TranslatableMixin):
            there = model._default_manager.filter(locale=locale).values("translation_key")
            originals = model._default_manager.filter(locale=Locale.get_default())
            yield from originals.exclude(translation_key__in=there)
