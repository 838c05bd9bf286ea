"""Who may translate into which language, and who hands out the work: all that the desk asks of permissions."""

from collections.abc import Collection
from typing import Any

from django.contrib.auth import get_user_model
from wagtail.models import Locale, Page
from wagtail.permission_policies.pages import PagePermissionPolicy

TRANSLATING = {"change", "publish"}
ASSIGNING = {"publish", "lock", "unlock"}
"""What editors and publishers may do in a language's tree, and translators may not."""


class Duties:
    """What somebody may do, by language; asked for once, and then as often as needed."""

    def __init__(self, user: Any) -> None:
        homes = list(_homes())
        self.user = user
        self.translates = self._locales(homes, TRANSLATING)
        self.assigns = self._locales(homes, ASSIGNING)

    def _locales(self, homes: list[Page], actions: set[str]) -> set[int]:
        """Return the languages in whose tree the user may do some of the actions."""
        if self.user.is_active and self.user.is_superuser:
            return set(Locale.objects.values_list("pk", flat=True))
        policy = PagePermissionPolicy()
        return {
            home.locale_id
            for home in homes
            if policy.user_has_any_permission_for_instance(self.user, actions, home)
        }

    @property
    def any(self) -> bool:
        """Whether there is anything for the user at the translators' desk."""
        return bool(self.languages)

    @property
    def languages(self) -> set[int]:
        """The languages that are not the site's own, into which the user may translate."""
        return self.translates - {Locale.get_default().pk}


def translators_into(locale_ids: Collection[int]) -> Any:
    """Return the people who may translate into all of some languages, by their names."""
    people = get_user_model()._default_manager.filter(is_active=True)
    for locale_id in locale_ids:
        allowed = set(people.filter(is_superuser=True).values_list("pk", flat=True))
        for home in _homes().filter(locale_id=locale_id):
            found = PagePermissionPolicy().users_with_any_permission_for_instance(TRANSLATING, home)
            allowed.update(found.values_list("pk", flat=True))
        people = people.filter(pk__in=allowed)
    return people.order_by("last_name", "first_name", "pk")


def _homes() -> Any:
    """Return the home pages: what somebody may do in a language is what he or she may do there."""
    return Page.objects.filter(depth=2)
