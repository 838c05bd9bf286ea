"""Makes the roles with their groups, and the way from writing to publishing."""

from typing import Any

from django.conf import settings

from newsroom.roles.models import RoleKey
from newsroom.roles.names import group_name


def make_roles(apps: Any) -> None:
    """Make every role that does not exist yet: one each, and translators for each language but the source's."""
    for key in RoleKey:
        if key != RoleKey.TRANSLATOR:
            make_role(apps, key)
    for code, _ in settings.LANGUAGES:
        if code != settings.LANGUAGE_CODE:
            make_role(apps, RoleKey.TRANSLATOR, code)


def make_role(apps: Any, key: RoleKey, language_code: str = "") -> Any:
    """Return a role, made with a group of its own if it does not exist yet."""
    roles = apps.get_model("newsroom", "Role").objects
    existing = roles.filter(key=key, language_code=language_code).first()
    if existing is not None:
        return existing
    group = apps.get_model("auth", "Group").objects.create(
        name=_free_name(apps, group_name(key, language_code))
    )
    return roles.create(key=key, language_code=language_code, group=group)


def _free_name(apps: Any, name: str) -> str:
    """Return the name, with a number behind it where another group has it already."""
    taken = set(apps.get_model("auth", "Group").objects.values_list("name", flat=True))
    numbered = (f"{name} {number}" for number in range(2, len(taken) + 3))
    return name if name not in taken else next(one for one in numbered if one not in taken)


def make_workflow(apps: Any) -> None:
    """Let every page be reviewed by an editor and then by a publisher, unless the site has its own way."""
    root = apps.get_model("wagtailcore", "Page").objects.get(depth=1)
    places = apps.get_model("wagtailcore", "WorkflowPage").objects
    if places.filter(page=root).exists():
        return
    is_chinese = settings.LANGUAGE_CODE.startswith("zh")
    workflow = apps.get_model("wagtailcore", "Workflow").objects.create(
        name="写作 → 审核 → 发布" if is_chinese else "Write → review → publish"
    )
    _make_task(apps, workflow, 0, "审核" if is_chinese else "Review", RoleKey.EDITOR)
    _make_task(apps, workflow, 1, "发布" if is_chinese else "Publish", RoleKey.PUBLISHER)
    places.create(page=root, workflow=workflow)


def _make_task(apps: Any, workflow: Any, place: int, name: str, key: RoleKey) -> None:
    kinds = apps.get_model("contenttypes", "ContentType").objects
    kind, _ = kinds.get_or_create(app_label="wagtailcore", model="groupapprovaltask")
    task = apps.get_model("wagtailcore", "GroupApprovalTask").objects.create(name=name, content_type=kind)
    task.groups.set([make_role(apps, key).group])
    apps.get_model("wagtailcore", "WorkflowTask").objects.create(workflow=workflow, task=task, sort_order=place)
