"""A request for removal or correction, from its arrival to its decision."""

import datetime
import uuid
from typing import Any, ClassVar, NoReturn, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Page

from designcity.languages import language_name
from designcity.secret_links import signed
from designcity.times import today
from removals.requests.kinds import DECIDED, NEXT, ON_THE_DESK, Kind, Right, Scope, Standing, State

SALT = "removals.requests"
LONGEST_STATEMENT = 10_000
LONGEST_PASSAGE = 5_000


class RemovalRequestQuerySet(models.QuerySet):
    """How requests are found."""

    def on_the_desk(self) -> Self:
        """Keep those with which the office has to do something."""
        return self.filter(state__in=ON_THE_DESK)

    def pending(self) -> Self:
        """Keep those that are not decided yet."""
        return self.exclude(state__in=DECIDED)

    def waiting_for(self, user: Any) -> Self:
        """Keep those on the desk that are this officer's or nobody's yet, the most urgent first."""
        mine = Q(assigned_to=user) | Q(assigned_to__isnull=True)
        return self.on_the_desk().filter(mine).order_by("due_on", "pk")

    def due_by(self, day: datetime.date) -> Self:
        """Keep those on the desk whose deadline is that day or before."""
        return self.on_the_desk().filter(due_on__lte=day)

    def overdue(self) -> Self:
        """Keep those on the desk whose deadline is over."""
        return self.on_the_desk().filter(due_on__lt=today())

    def to_forget(self, before: datetime.datetime) -> Self:
        """Keep those decided before a moment whose personal data is still there."""
        return self.filter(state__in=DECIDED, decided_at__lt=before, forgotten_at__isnull=True)

    def delete(self) -> NoReturn:
        raise TypeError("Requests are kept: forgetting.forget() removes what is personal in them.")


class RemovalRequest(models.Model):
    """What somebody asks for; what is personal in it is emptied after its term."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    number = models.CharField(_("number"), max_length=12, unique=True, editable=False)
    sent_form = models.CharField(max_length=64, unique=True, null=True, editable=False)  # noqa: DJ001  (unique)
    language = models.CharField(_("language"), max_length=12)
    state = models.CharField(_("state"), max_length=12, choices=State, default=State.NEW, db_index=True)
    received_at = models.DateTimeField(_("received"), default=timezone.now, db_index=True)
    due_on = models.DateField(_("deadline"), db_index=True)
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("assigned to"),
    )
    reminded_on = models.DateField(null=True, blank=True)
    forgotten_at = models.DateTimeField(_("personal data deleted"), null=True, blank=True)

    kind = models.CharField(_("what is asked for"), max_length=12, choices=Kind)
    right = models.CharField(pgettext_lazy("of an owner", "right"), max_length=20, choices=Right)
    standing = models.CharField(_("speaks for"), max_length=12, choices=Standing)
    page = models.ForeignKey(
        Page, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("page")
    )
    page_title = models.CharField(_("page"), max_length=255, blank=True)
    address = models.CharField(_("address of the page"), max_length=1000, blank=True)
    image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("picture"),
    )
    takedown = models.ForeignKey(
        "removals.Takedown",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="requests",
        verbose_name=_("takedown"),
    )
    scope = models.CharField(_("taken down"), max_length=12, choices=Scope, blank=True)

    passage = models.TextField(_("passage or picture"), blank=True)
    statement = models.TextField(_("what is wrong, and why"), blank=True)
    name = models.CharField(_("name"), max_length=200, blank=True)
    organisation = models.CharField(_("organisation"), max_length=200, blank=True)
    owner = models.CharField(_("owner of the right"), max_length=200, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("phone"), max_length=50, blank=True)

    PERSONAL = ("passage", "statement", "name", "organisation", "owner", "email", "phone", "address")
    """What is emptied when the term is over."""

    objects = RemovalRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("removal request")
        verbose_name_plural = _("removal requests")
        default_permissions = ("view", "change")
        ordering: ClassVar[list[str]] = ["-received_at", "-pk"]

    def __str__(self) -> str:
        return self.number

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError("Requests are kept: forgetting.forget() removes what is personal in them.")

    @property
    def private_path(self) -> str:
        """The path of the claimant's page, in the language in which the request was written."""
        with translation.override(self.language):
            return reverse("requests:private", args=[signed(self.key, SALT)])

    @property
    def private_url(self) -> str:
        """The whole address of the claimant's page, for mails."""
        return f"{settings.SITE_URL}{self.private_path}"

    @property
    def desk_path(self) -> str:
        """The path of the request in the editors' interface."""
        return reverse("removals_request", args=[self.pk])

    @property
    def step(self) -> State:
        """The state with what it means."""
        return State(self.state)

    @property
    def next_states(self) -> tuple[State, ...]:
        """The states that may follow."""
        return NEXT[self.step]

    @property
    def is_overdue(self) -> bool:
        """Whether the office should have decided by now."""
        return self.step in ON_THE_DESK and self.due_on < today()

    @property
    def is_closed(self) -> bool:
        """Whether its personal data has been deleted, and its private page with it."""
        return self.forgotten_at is not None

    @property
    def language_name(self) -> Any:
        """The language in which the claimant reads and writes, in the active one."""
        return language_name(self.language)

    @property
    def about(self) -> str:
        """What the request is about, in a few words."""
        return self.page_title or self.address
