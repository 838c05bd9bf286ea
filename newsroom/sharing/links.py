"""The secret links by which a draft is shown to people without an account."""

import datetime
import uuid
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Page

from newsroom.sharing.tokens import token_of

KEPT_DAYS = 30
"""For so long a link that ran out is still listed, before it is forgotten."""


class Validity(models.IntegerChoices):
    """For how many days a link can hold."""

    ONE_DAY = 1, _("1 day")
    THREE_DAYS = 3, _("3 days")
    ONE_WEEK = 7, _("1 week")
    TWO_WEEKS = 14, _("2 weeks")


class LinkState(models.TextChoices):
    """Whether a link still opens the draft."""

    OPEN = "open", pgettext_lazy("state of a link", "Open")
    RAN_OUT = "ran_out", _("Ran out")
    REVOKED = "revoked", _("Revoked")


class DraftLinkQuerySet(models.QuerySet["DraftLink"]):
    """The vocabulary of draft links."""

    def newest_first(self) -> Self:
        """Order by the time they were made, the latest first."""
        return self.order_by("-created_at", "-pk")

    def to_forget(self, days: int = KEPT_DAYS) -> Self:
        """Keep the links that ran out more than `days` days ago."""
        return self.filter(expires_at__lt=timezone.now() - datetime.timedelta(days=days))


class DraftLink(models.Model):
    """A link to the latest draft of a page that holds until a day, or until somebody revokes it.

    What is stored is not the secret but its key; the secret is the key signed by the site. So editors can copy
    a link again, and whoever gets hold of the database alone, such as a backup, has no link that opens.
    """

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="draft_links", verbose_name=_("page"))
    key = models.UUIDField(_("key"), default=uuid.uuid4, unique=True, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("made by"),
    )
    created_at = models.DateTimeField(_("made"), default=timezone.now, editable=False)
    expires_at = models.DateTimeField(_("runs out"), db_index=True)
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)
    opened = models.PositiveIntegerField(_("opened"), default=0)
    last_opened_at = models.DateTimeField(_("last opened"), null=True, blank=True)

    objects = DraftLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("draft link")
        verbose_name_plural = _("draft links")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["page", "-created_at"], name="draft_links_of_page"),
        ]

    def __str__(self) -> str:
        return f"{self.page} – {self.get_state_display()}"

    @property
    def state(self) -> LinkState:
        """Whether the link still opens the draft."""
        if self.revoked_at is not None:
            return LinkState.REVOKED
        return LinkState.OPEN if self.expires_at > timezone.now() else LinkState.RAN_OUT

    @property
    def is_open(self) -> bool:
        """Whether the link still opens the draft."""
        return self.state == LinkState.OPEN

    @property
    def address(self) -> str:
        """The path that opens the draft, in the language of its page."""
        with translation.override(self.page.locale.language_code):
            return reverse("drafts:draft", args=[token_of(self.key)])

    def get_state_display(self) -> str:
        """Return the state in the reader's words."""
        return str(self.state.label)

    def revoke(self) -> None:
        """Close the link from now on; one that is closed already stays as it is."""
        closed = DraftLink.objects.filter(pk=self.pk, revoked_at__isnull=True)
        closed.update(revoked_at=timezone.now())

    def note_opening(self) -> None:
        """Count one more opening."""
        opened: Any = F("opened") + 1
        DraftLink.objects.filter(pk=self.pk).update(opened=opened, last_opened_at=timezone.now())
