"""What claimant and office write to each other, what the office writes for itself, and the files that came."""

import uuid
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from designcity.private_files import private_storage
from removals.requests.models import RemovalRequest

LONGEST_MESSAGE = 10_000


def random_name(instance: Any, filename: str) -> str:
    """Return a name that nobody can guess and that says nothing of the file."""
    return f"requests/{uuid.uuid4().hex}"


class RequestMessage(models.Model):
    """A message between claimant and office; those of the office have an author."""

    request = models.ForeignKey(RemovalRequest, on_delete=models.CASCADE, related_name="messages")
    is_from_office = models.BooleanField(default=False)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    text = models.TextField(_("message"), max_length=LONGEST_MESSAGE)
    written_at = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions = ()
        ordering: ClassVar[list[str]] = ["written_at", "pk"]

    def __str__(self) -> str:
        return self.text[:80]


class RequestNote(models.Model):
    """What officers write for each other; the claimant never sees it."""

    request = models.ForeignKey(RemovalRequest, on_delete=models.CASCADE, related_name="notes")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    text = models.TextField(_("note"), max_length=LONGEST_MESSAGE)
    written_at = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions = ()
        ordering: ClassVar[list[str]] = ["written_at", "pk"]

    def __str__(self) -> str:
        return self.text[:80]


class RequestFile(models.Model):
    """A file that a claimant sent, with the request or with a message; only officers can download it."""

    request = models.ForeignKey(RemovalRequest, on_delete=models.CASCADE, related_name="files")
    message = models.ForeignKey(
        RequestMessage, null=True, blank=True, on_delete=models.CASCADE, related_name="files"
    )
    file = models.FileField(upload_to=random_name, storage=private_storage)
    name = models.CharField(max_length=120)
    size = models.PositiveIntegerField()
    sent_at = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions = ()
        ordering: ClassVar[list[str]] = ["sent_at", "pk"]

    def __str__(self) -> str:
        return self.name
