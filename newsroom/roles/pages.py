"""Which pages somebody may do what with: what a translators' group got of the tree holds in its language only.

Wagtail gives permissions on branches of the tree. Where a page of another language stands in a branch, a
translator's permission does not reach it.
"""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Permission
from django.db import models
from wagtail.models import GroupPagePermission, Locale, Page, PagePermissionTester
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import register_permission_policy

from newsroom.roles.languages import ARRANGE, PUBLISH
from newsroom.roles.models import RoleKey

TICKED = {PUBLISH: ("publish_page",), ARRANGE: ("add_page", "bulk_delete_page")}
"""What an administrator allows a translators' group by one tick, as permissions on pages."""


class PagesByLanguage(PagePermissionPolicy):
    """Wagtail's own policy, in which rows of translators' groups carry the language in which they hold."""

    permission_cache_name = "_page_permissions_by_language"
    """Apart from that of Wagtail's own policy, whose rows do not know of languages."""

    def get_all_permissions_for_user(self, user: Any) -> list[Any]:
        """Return a user's rows, and those for what was ticked for groups of translators."""
        if not user.is_active or user.is_anonymous or user.is_superuser:
            return []
        rows = list(_with_language(GroupPagePermission.objects.filter(group__user=user)))
        return [*rows, *_ticked([row for row in rows if row.translates])]

    def user_has_any_permission_for_instance(self, user: Any, actions: Iterable[str], instance: Any) -> bool:
        base = self._base_user_has_permission(user)
        if base is not None:
            return bool(base)
        held = {
            row.permission.codename for row in rows_on(self.get_cached_permissions_for_user(user), instance)
        }
        if "add_page" in held and instance.owner_id == user.pk:
            held.add("change_page")
        return bool(self._get_permission_codenames(actions) & held)

    def instances_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> Any:
        base = self._base_queryset_for_user(user)
        if base is not None:
            return base
        codenames = self._get_permission_codenames(actions)
        own = "change" in actions and "add" not in actions
        pages = self.model._default_manager.none()
        for row in self.get_cached_permissions_for_user(user):
            is_owners = own and row.permission.codename == "add_page"
            if is_owners or row.permission.codename in codenames:
                branch = self.model._default_manager.descendant_of(row.page, inclusive=True)
                branch = branch.filter(locale_id=row.only_in) if row.translates else branch
                pages |= branch.filter(owner=user) if is_owners else branch
        return pages


class TesterByLanguage(PagePermissionTester):
    """What a user may do with a page; who only translates may not delete, move or copy unless allowed."""

    only_translates = False

    def __init__(self, user: Any, page: Page) -> None:
        super().__init__(user, page)
        if user.is_active and not user.is_superuser:
            rows = rows_on(self.permission_policy.get_cached_permissions_for_user(user), page)
            self.permissions = {row.permission.codename.rpartition("_")[0] for row in rows}
            self.only_translates = bool(rows) and all(row.translates for row in rows)

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        if self.only_translates and "bulk_delete" not in self.permissions:
            return False
        return bool(super().can_delete(ignore_bulk))

    def can_copy(self) -> bool:
        return bool(super().can_copy() and self.permission_policy.user_has_permission(self.user, "add"))


def rows_on(rows: Iterable[Any], page: Page) -> list[Any]:
    """Return the rows of permissions that hold on a page."""
    return [
        row
        for row in rows
        if page.path.startswith(row.page.path) and (not row.translates or row.only_in == page.locale_id)
    ]


def connect() -> None:
    """Let Wagtail ask this policy and this tester."""
    register_permission_policy(Page, PagesByLanguage(Page))
    Page.permissions_for_user = lambda page, user: TesterByLanguage(user, page)


def _with_language(rows: Any) -> Any:
    own = Locale.objects.filter(language_code=models.OuterRef("group__role__language_code"))
    return rows.select_related("page", "permission").annotate(
        translates=models.Case(
            models.When(group__role__key=RoleKey.TRANSLATOR, then=True),
            default=False,
            output_field=models.BooleanField(),
        ),
        only_in=models.Subquery(own.values("pk")[:1]),
    )


def _ticked(rows: list[Any]) -> list[Any]:
    """Return, as rows, what was ticked for the groups that may change the pages of some branches."""
    changing = [row for row in rows if row.permission.codename == "change_page"]
    if not changing:
        return []
    ticks = Permission.objects.filter(
        content_type__app_label="newsroom",
        codename__in=[name.partition(".")[2] for name in TICKED],
        group__in={row.group_id for row in changing},
    ).values_list("group", "codename")
    granted = {(group, codename) for group, tick in ticks for codename in TICKED[f"newsroom.{tick}"]}
    return [
        _row(row, Permission(codename=codename))
        for row in changing
        for group, codename in sorted(granted)
        if group == row.group_id
    ]


def _row(like: Any, permission: Permission) -> Any:
    row = GroupPagePermission(group_id=like.group_id, page=like.page, permission=permission)
    row.translates, row.only_in = like.translates, like.only_in
    return row
