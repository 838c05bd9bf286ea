"""Gives the groups what their roles may do; each permission once, so that what is taken back stays taken back.

Everything here works on the models of a registry of apps: the real one, or that of a migration.
"""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.db.models.functions import Length, Substr
from wagtail.models import Page

from newsroom.roles.duties import DUTIES, Duties
from newsroom.roles.models import RoleKey

Known = dict[str, int]
"""The keys of permissions by names such as `news.add_tag`."""


def give(apps: Any, roles: Iterable[Any] | None = None) -> None:
    """Give each role what it may do and was not given before; what does not exist yet is left for later."""
    known = _known(apps)
    for role in apps.get_model("newsroom", "Role").objects.select_related("group") if roles is None else roles:
        duties = DUTIES.get(RoleKey(role.key), Duties())
        before = set(role.given)
        given = [
            *_give_names(role, duties, known, before),
            *_give_files(apps, role, duties, known, before),
            *_give_pages(apps, role, duties, known, before),
        ]
        if given:
            role.given = [*role.given, *given]
            role.save(update_fields=["given"])


def _known(apps: Any) -> Known:
    permissions = apps.get_model("auth", "Permission").objects.values_list(
        "content_type__app_label", "codename", "pk"
    )
    return {f"{app}.{codename}": pk for app, codename, pk in permissions}


def _give_names(role: Any, duties: Duties, known: Known, before: set[str]) -> list[str]:
    names = sorted(duties.all_names(known) - before)
    role.group.permissions.add(*(known[name] for name in names))
    return names


def _give_files(apps: Any, role: Any, duties: Duties, known: Known, before: set[str]) -> list[str]:
    root = apps.get_model("wagtailcore", "Collection").objects.get(depth=1)
    names = [name for name in duties.files if name in known and f"{name} in all collections" not in before]
    for name in names:
        apps.get_model("wagtailcore", "GroupCollectionPermission").objects.get_or_create(
            group=role.group, collection=root, permission_id=known[name]
        )
    return [f"{name} in all collections" for name in names]


def _give_pages(apps: Any, role: Any, duties: Duties, known: Known, before: set[str]) -> list[str]:
    given = []
    for page_id in _places(apps, role, duties):
        for name in (f"wagtailcore.{action}_page" for action in duties.pages):
            if name in known and (label := f"{name} from page {page_id}") not in before:
                apps.get_model("wagtailcore", "GroupPagePermission").objects.get_or_create(
                    group=role.group, page_id=page_id, permission_id=known[name]
                )
                given.append(label)
    return given


def _places(apps: Any, role: Any, duties: Duties) -> list[int]:
    """Return where a role works: the root, or where its language's branches begin (writers: the source's)."""
    pages = apps.get_model("wagtailcore", "Page").objects
    if duties.in_every_language:
        return list(pages.filter(depth=1).values_list("pk", flat=True))
    locale = apps.get_model("wagtailcore", "Locale").objects.filter(
        language_code=role.language_code or settings.LANGUAGE_CODE
    )
    # Wagtail's page of welcome, which every site removes, is no home.
    homes = pages.filter(locale__in=locale, depth__gt=1).exclude(depth=2, content_type__model="page")
    above = Substr(OuterRef("path"), 1, Length(OuterRef("path")) - Page.steplen)
    parent = pages.filter(path=above, depth__gt=1, locale=OuterRef("locale"))
    return list(homes.exclude(Exists(parent)).values_list("pk", flat=True))
