"""The mails about a request: kept with the change that they tell of, sent in the background, tried again.

What is kept is what to tell and to whom, never the text: that is composed when it is sent.
"""

from functools import partial
from typing import Any, ClassVar, Self

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import models, transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation

from designcity.working_language import working_language
from removals.requests.correspondence import RequestMessage
from removals.requests.kinds import State
from removals.requests.models import RemovalRequest

MAY_HANDLE = "removals.change_removalrequest"
MOST_ATTEMPTS = 12
FOLDER = "removals/requests/mails"


class MailKind(models.TextChoices):
    """What a mail tells; its texts lie in the files of that name."""

    RECEIVED = "received"
    STATE = "state"
    MESSAGE = "message"
    NEW = "new"
    CLAIMANT_WROTE = "claimant_wrote"
    REMINDER = "reminder"


class RequestMailQuerySet(models.QuerySet):
    """How mails are found."""

    def unsent(self) -> Self:
        """Keep those that are still to be sent."""
        return self.filter(sent_at__isnull=True, attempts__lt=MOST_ATTEMPTS)

    def given_up(self) -> Self:
        """Keep those that could not be sent, however often it was tried."""
        return self.filter(sent_at__isnull=True, attempts__gte=MOST_ATTEMPTS)


class RequestMail(models.Model):
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
    written_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)

    objects = RequestMailQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering: ClassVar[list[str]] = ["written_at", "pk"]

    def __str__(self) -> str:
        return f"{self.request} {self.kind}"

    @property
    def address(self) -> str:
        """Where it goes; empty when nobody is there any more."""
        return str(self.officer.email if self.officer else self.request.email)

    @property
    def language(self) -> str:
        """The language in which it is read."""
        if self.officer is None:
            return self.request.language
        return working_language(self.officer)

    def composed(self) -> tuple[str, str]:
        """Return subject and text, in the language of whoever reads it."""
        context = {
            "request": self.request,
            "message": self.message,
            "state": State(self.state) if self.state else None,
            "site_url": settings.SITE_URL,
            "days": settings.REQUEST_DEADLINE_DAYS,
        }
        with translation.override(self.language):
            subject = render_to_string(f"{FOLDER}/{self.kind}.subject.txt", context)
            text = render_to_string(f"{FOLDER}/{self.kind}.txt", context)
        return " ".join(subject.split()), f"{text.strip()}\n"


def tell_claimant(kind: MailKind, request: RemovalRequest, **about: Any) -> None:
    """Send the claimant a mail once what it tells is committed."""
    _keep(RequestMail(kind=kind, request=request, **about))


def tell_officers(kind: MailKind, request: RemovalRequest, **about: Any) -> None:
    """Send a mail to whose request it is, or to every officer while it is nobody's."""
    for officer in [request.assigned_to] if request.assigned_to else officers():
        if officer.email and officer.is_active:
            _keep(RequestMail(kind=kind, request=request, officer=officer, **about))


def officers() -> list[Any]:
    """Return the people who handle requests; where nobody has that duty, those who may do everything."""
    backend = "django.contrib.auth.backends.ModelBackend"
    users = get_user_model()._default_manager
    found = list(users.with_perm(MAY_HANDLE, include_superusers=False, backend=backend).order_by("pk"))
    return found or list(users.filter(is_superuser=True, is_active=True).order_by("pk"))


def _keep(mail: RequestMail) -> None:
    from removals.requests.sending import send  # a task, which reads the models

    mail.save()
    transaction.on_commit(partial(send.enqueue, mail.pk), robust=True)
