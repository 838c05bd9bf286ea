"""Wagtail's index of what refers to what; its task leaves out what is gone by the time it runs.

Upstream's fails then: whatever rewrites the child records of a page, as publishing a translation does, would
leave errors in the log that hide the real ones.
"""

from functools import wraps

from django.apps import apps
from wagtail.tasks import update_reference_index_task

update = update_reference_index_task.func


@wraps(update)
def _update_if_there(app_label: str, model_name: str, pk: int | str) -> None:
    if apps.get_model(app_label, model_name)._base_manager.filter(pk=pk).exists():
        update(app_label, model_name, pk)


def connect() -> None:
    """Let the task go through here; it is a frozen dataclass."""
    object.__setattr__(update_reference_index_task, "func", _update_if_there)
