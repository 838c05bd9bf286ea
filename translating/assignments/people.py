"""Who may translate into which language, and who hands out the work: all that the desk asks of permissions."""

from collections.abc import Collection
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import Q
from django.utils.functional import cached_property
from wagtail.models import GroupPagePermission, Locale, Page

from newsroom.roles.models import RoleKey
from newsroom.roles.pages import PagesByLanguage

TRANSLATING = ("change_page", "publish_page")
ASSIGNING = ("publish_page", "lock_page", "unlock_page")
"""What editors and publishers may do with pages of a language, and translators may not."""
PUBLISHING = ("publish_page",)


class Duties:
    """What somebody may do, by language; asked for once, and then as often as needed."""

    def __init__(self, user: Any) -> None:
        self.codes = dict(Locale.objects.values_list("pk", "language_code"))
        self.user = user
        self.translates = _languages(user, TRANSLATING, set(self.codes))
        self.assigns = _languages(user, ASSIGNING, set(self.codes))
        self.languages = {pk for pk in self.translates if self.codes[pk] != settings.LANGUAGE_CODE}
        """The languages that are not the site's own, into which the user may translate."""

    @cached_property
    def publishes(self) -> set[int]:
        """The languages in which the user may publish."""
        return _languages(self.user, PUBLISHING, set(self.codes))

    @property
    def any(self) -> bool:
        """Whether there is anything for the user at the translators' desk."""
        return bool(self.languages)


def translators_into(locale_ids: Collection[int]) -> Any:
    """Return the people who may translate into all of some languages, by their names."""
    people = get_user_model()._default_manager.filter(is_active=True)
    for locale_id in locale_ids:
        code = Locale.objects.filter(pk=locale_id).values("language_code")
        allowed = GroupPagePermission.objects.filter(
            Q(group__role__key=RoleKey.TRANSLATOR, group__role__language_code__in=code)
            | ~Q(group__role__key=RoleKey.TRANSLATOR) & (Q(page__depth=1) | Q(page__locale=locale_id)),
            permission__codename__in=TRANSLATING,
        )
        people = people.filter(Q(is_superuser=True) | Q(groups__in=allowed.values("group"))).distinct()
    return people.order_by("last_name", "first_name", "pk")


def _languages(user: Any, names: Collection[str], locales: set[int]) -> set[int]:
    """Return the languages of which the user may do something with some pages, or with all."""
    if not user.is_active or user.is_superuser:
        return locales if user.is_active else set()
    found: set[int] = set()
    for row in PagesByLanguage(Page).get_cached_permissions_for_user(user):
        if row.permission.codename in names:
            everywhere = row.page.is_root() and not row.translates
            found |= locales if everywhere else {row.only_in if row.translates else row.page.locale_id}
    return found
