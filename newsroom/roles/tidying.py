"""Removes what every new Wagtail begins with, as far as nobody uses it."""

from typing import Any

DEFAULT_GROUPS = ("Moderators", "Editors")
DEFAULT_WORKFLOW = "Moderators approval"


def remove_defaults(apps: Any) -> None:
    """Remove Wagtail's own workflow and groups where nobody is in them and nothing waits for them."""
    _take_default_workflow_off(apps)
    groups = apps.get_model("auth", "Group").objects.filter(name__in=DEFAULT_GROUPS, user__isnull=True)
    for group in groups:
        if not apps.get_model("wagtailcore", "GroupApprovalTask").objects.filter(groups=group).exists():
            group.delete()


def _take_default_workflow_off(apps: Any) -> None:
    """Take Wagtail's workflow off the root page; it stays where pages went through it."""
    for workflow in apps.get_model("wagtailcore", "Workflow").objects.filter(name=DEFAULT_WORKFLOW):
        if apps.get_model("auth", "Group").objects.filter(name="Moderators", user__isnull=False).exists():
            continue
        apps.get_model("wagtailcore", "WorkflowPage").objects.filter(workflow=workflow, page__depth=1).delete()
        if not apps.get_model("wagtailcore", "WorkflowState").objects.filter(workflow=workflow).exists():
            _delete_workflow(apps, workflow)


def _delete_workflow(apps: Any, workflow: Any) -> None:
    tasks = list(
        apps.get_model("wagtailcore", "WorkflowTask")
        .objects.filter(workflow=workflow)
        .values_list("task_id", flat=True)
    )
    workflow.delete()
    used = apps.get_model("wagtailcore", "WorkflowTask").objects.filter(task_id__in=tasks)
    apps.get_model("wagtailcore", "Task").objects.filter(pk__in=tasks).exclude(
        pk__in=used.values("task_id")
    ).delete()
