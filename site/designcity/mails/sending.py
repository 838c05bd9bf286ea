"""The task that sends a kept mail."""

from typing import Any

from django.apps import apps
from django.db import transaction
from django_tasks import task


@task()
def send(model: str, key: int) -> bool:
    """Send a mail unless it was sent already or another process is at it; return whether it went."""
    kept: Any = apps.get_model(model)
    with transaction.atomic():
        unsent = kept.objects.unsent().select_for_update(skip_locked=True, of=("self",))
        mail = unsent.filter(pk=key).first()
        return mail is not None and mail.send()
