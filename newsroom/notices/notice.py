"""What stays at the address of a page that was taken down."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

LONGEST = 600
GONE = 410


class Reason(models.TextChoices):
    """Why a page is no longer online."""

    UNPUBLISHED = "unpublished", _("Taken down")
    EXPIRED = "expired", _("Ran out")

    @property
    def status(self) -> int:
        """The status of the answer; a reason of its own may have another one."""
        return GONE


class NoticeQuerySet(models.QuerySet["Notice"]):
    """The vocabulary of notices."""

    def at(self, url_path: str) -> "Notice | None":
        """Return the notice of the page that was at a path of the page tree; one query.

        Of a page that was taken down before there were notices, it is one that knows no day.
        """
        was_public = models.Q(first_published_at__isnull=False) | models.Q(taken_down_notice__isnull=False)
        pages = Page.objects.filter(was_public, url_path=url_path, live=False)
        page = pages.select_related("taken_down_notice", "locale", *_OF_SOURCE).first()
        if page is None:
            return None
        return getattr(page, "taken_down_notice", None) or Notice(page=page, reason=reason_of(page))

    def write(self, page: Page, text: str) -> None:
        """Write a notice for a page that was just taken down, and for those below it that went with it."""
        began = self.filter(page=page).values_list("taken_down_at", flat=True).first()
        if began is not None:
            together = self.filter(page__path__startswith=page.path, taken_down_at__gte=began)
            together.update(text=text)


_OF_SOURCE = ("alias_of__locale", "alias_of__taken_down_notice")


class Notice(models.Model):
    """That a page was taken down, when and why, and what its editors say to those who look for it."""

    page = models.OneToOneField(
        Page, on_delete=models.CASCADE, related_name="taken_down_notice", verbose_name=_("page")
    )
    reason = models.CharField(_("reason"), max_length=12, choices=Reason.choices, default=Reason.UNPUBLISHED)
    taken_down_at = models.DateTimeField(_("taken down"))
    text = models.TextField(_("notice to readers"), max_length=LONGEST, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")

    def __str__(self) -> str:
        return str(self.page)

    @property
    def source(self) -> "Notice":
        """The notice that counts: a placeholder follows the page whose text it showed."""
        source: Any = self.page.alias_of
        return getattr(source, "taken_down_notice", None) or self

    @property
    def has_expired(self) -> bool:
        """Whether the page ran out by itself."""
        return self.reason == Reason.EXPIRED

    @property
    def status(self) -> int:
        """The status of the answer at the old address."""
        return Reason(self.reason).status

    @property
    def language(self) -> str:
        """The language in which the notice is written."""
        return str(self.page.locale.language_code)


def reason_of(page: Page) -> Reason:
    """Return why a page that is not live no longer is."""
    return Reason.EXPIRED if page.expired else Reason.UNPUBLISHED
