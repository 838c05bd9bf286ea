"""In which languages somebody's rights hold: those of a translators' group hold in its own language only."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import Group, Permission
from django.db import models

from newsroom.roles.models import RoleKey

TRANSLATE = "wagtail_localize.submit_translation"
PUBLISH = "newsroom.publish_translations"
ARRANGE = "newsroom.arrange_translations"

Languages = set[str] | None
"""Codes of languages; None stands for all of them."""

_KEPT = "_languages_of_permissions"


def languages_of(user: Any, *names: str) -> Languages:
    """Return the languages in which a user has one of the permissions; two queries for each user object."""
    if not user.is_active:
        return set()
    if user.is_superuser:
        return None
    if not hasattr(user, _KEPT):
        setattr(user, _KEPT, _by_permission(user))
    found = [getattr(user, _KEPT)[name] for name in names]
    return None if None in found else set().union(*found)


def has_in(user: Any, code: str, *names: str) -> bool:
    """Whether a user has one of the permissions in a language."""
    languages = languages_of(user, *names)
    return languages is None or code in languages


def works_everywhere(user: Any, *names: str) -> bool:
    """Whether a user has one of the permissions not only as a translator."""
    return languages_of(user, *names) is None


def _by_permission(user: Any) -> dict[str, Languages]:
    found: defaultdict[str, Languages] = defaultdict(set)
    for name, code in [*_through_groups(user), *_directly(user)]:
        known = found[name]
        found[name] = None if code is None or known is None else {*known, code}
    return found


def _through_groups(user: Any) -> Iterator[tuple[str, str | None]]:
    of_translators = models.Case(
        models.When(role__key=RoleKey.TRANSLATOR, then="role__language_code"), default=None
    )
    rows = Group.objects.filter(user=user, permissions__isnull=False).values_list(
        "permissions__content_type__app_label", "permissions__codename", of_translators
    )
    return ((f"{app}.{codename}", code) for app, codename, code in rows)


def _directly(user: Any) -> Iterator[tuple[str, None]]:
    rows = Permission.objects.filter(user=user).values_list("content_type__app_label", "codename")
    return ((f"{app}.{codename}", None) for app, codename in rows)
