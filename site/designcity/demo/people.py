"""The demo's accounts and what their groups may do."""

import json
import os
import secrets
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission, User
from django.db.models import Q
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)
from wagtail.users.models import UserProfile

from designcity.demo.errors import DemoError

VARIABLE = "DEMO_PASSWORDS"


def load(data: dict[str, Any]) -> tuple[dict[str, User], dict[str, str]]:
    """Return the accounts by name, made if missing, and the new passwords nobody was told yet."""
    given = _given_passwords()
    people, told = {}, {}
    for row in data["account"]:
        user, password = _account(row, given)
        people[row["username"]] = user
        if password and row["username"] not in given:
            told[row["username"]] = password
    return people, told


def grant(data: dict[str, Any], trees: dict[str, Page]) -> None:
    """Make the groups that don't exist yet, with their permissions on the trees `zh` and `en`."""
    for row in data["group"]:
        group, created = Group.objects.get_or_create(name=row["name"])
        if created:
            _permit(group, row, trees)
        group.user_set.add(*get_user_model().objects.filter(username__in=row["members"]))
    _set_up_approval(data["approval"], list(trees.values()))


def _given_passwords() -> dict[str, str]:
    text = os.environ.get(VARIABLE, "")
    try:
        given = json.loads(text or "{}")
    except json.JSONDecodeError as error:
        raise DemoError(f"{VARIABLE} is not JSON: {error}.") from error
    if not isinstance(given, dict) or not all(isinstance(one, str) and one for one in given.values()):
        raise DemoError(f"{VARIABLE} must be a JSON object of account names and passwords.")
    return given


def _account(row: dict[str, Any], given: dict[str, str]) -> tuple[User, str]:
    """Return the account and its password if it is new; one that exists stays as it is."""
    users = get_user_model().objects
    existing = users.filter(username=row["username"]).first()
    if existing is not None:
        return existing, ""
    password = given.get(row["username"]) or secrets.token_urlsafe(12)
    make = users.create_superuser if row.get("superuser") else users.create_user
    user = make(row["username"], row["email"], password, first_name=row["name"])
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = row["language"]
    profile.save()
    return user, password


def _permit(group: Group, row: dict[str, Any], trees: dict[str, Page]) -> None:
    group.permissions.set(_permissions(["wagtailadmin.access_admin", *row.get("site", [])]))
    for tree, names in row.get("pages", {}).items():
        for permission in _permissions([f"wagtailcore.{name}_page" for name in names]):
            GroupPagePermission.objects.get_or_create(group=group, page=trees[tree], permission=permission)
    root = Collection.get_first_root_node()
    for permission in _permissions(row.get("files", [])):
        GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)


def _permissions(names: list[str]) -> list[Permission]:
    """Return permissions by names such as `news.add_tag`; an unknown one is a mistake in the file."""
    wanted = Q(pk__in=[])
    for name in names:
        app, _, codename = name.partition(".")
        wanted |= Q(content_type__app_label=app, codename=codename)
    found = list(Permission.objects.filter(wanted).select_related("content_type"))
    known = {f"{one.content_type.app_label}.{one.codename}" for one in found}
    if missing := sorted(set(names) - known):
        raise DemoError(f"people.toml names a permission that does not exist: {missing[0]}.")
    return found


def _set_up_approval(row: dict[str, str], trees: list[Page]) -> None:
    """Let submitted pages of the trees wait for the group that publishes."""
    workflow, created = Workflow.objects.get_or_create(name=row["name"])
    if not created:
        return
    task = GroupApprovalTask.objects.create(name=row["task"])
    task.groups.set(Group.objects.filter(name=row["group"]))
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    for tree in trees:
        WorkflowPage.objects.update_or_create(page=tree, defaults={"workflow": workflow})
