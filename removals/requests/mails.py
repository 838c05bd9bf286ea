"""The mails about a request, to the claimant and to the office."""

from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import models

from designcity.mails.kept import KeptMail
from designcity.mails.letters import Letter, composed
from designcity.working_language import working_language
from removals.requests.correspondence import RequestMessage
from removals.requests.kinds import State
from removals.requests.models import RemovalRequest

MAY_HANDLE = "removals.change_removalrequest"
FOLDER = "removals/requests/mails"


class MailKind(models.TextChoices):
    """What a mail tells; its texts lie in the files of that name."""

    RECEIVED = "received"
    STATE = "state"
    MESSAGE = "message"
    NEW = "new"
    CLAIMANT_WROTE = "claimant_wrote"
    REMINDER = "reminder"


class RequestMail(KeptMail):
    """One mail to one person: the claimant, or an officer."""

    request = models.ForeignKey(RemovalRequest, on_delete=models.CASCADE, related_name="mails")
    kind = models.CharField(max_length=20, choices=MailKind)
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    message = models.ForeignKey(
        RequestMessage, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    state = models.CharField(max_length=12, choices=State, blank=True)

    def __str__(self) -> str:
        return f"{self.request} {self.kind}"

    @property
    def recipients(self) -> list[str]:
        address = self.officer.email if self.officer else self.request.email
        return [address] if address else []

    def letter(self) -> Letter:
        language = working_language(self.officer) if self.officer else self.request.language
        return composed(f"{FOLDER}/{self.kind}", language, self._facts)

    def _facts(self) -> dict[str, Any]:
        return {
            "request": self.request,
            "message": self.message,
            "state": State(self.state) if self.state else None,
            "days": settings.REQUEST_DEADLINE_DAYS,
        }


def tell_claimant(kind: MailKind, request: RemovalRequest, **about: Any) -> None:
    """Send the claimant a mail once what it tells is committed."""
    RequestMail(kind=kind, request=request, **about).keep()


def tell_officers(kind: MailKind, request: RemovalRequest, **about: Any) -> None:
    """Send a mail to whose request it is, or to every officer while it is nobody's."""
    for officer in [request.assigned_to] if request.assigned_to else officers():
        if officer.email and officer.is_active:
            RequestMail(kind=kind, request=request, officer=officer, **about).keep()


def officers() -> list[Any]:
    """Return the people who handle requests; where nobody has that duty, those who may do everything."""
    backend = "django.contrib.auth.backends.ModelBackend"
    users = get_user_model()._default_manager
    found = list(users.with_perm(MAY_HANDLE, include_superusers=False, backend=backend).order_by("pk"))
    return found or list(users.filter(is_superuser=True, is_active=True).order_by("pk"))
