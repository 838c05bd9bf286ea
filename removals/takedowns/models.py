"""Takedown: what was taken down at its owner's request, by whom and why, and all that is kept to undo it."""

import datetime
from typing import Any, ClassVar, Self

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from designcity.private_files import private_storage


class Kind(models.TextChoices):
    """What was taken down."""

    PAGE = "page", _("Page")
    PICTURE = "picture", _("Picture")
    PASSAGE = "passage", _("Passage")


class Status(models.IntegerChoices):
    """How the address of a page that was taken down answers."""

    FOR_LEGAL_REASONS = 451, _("451: not available for legal reasons")
    GONE = 410, _("410: gone")


class TakedownQuerySet(models.QuerySet["Takedown"]):
    """The vocabulary of takedowns."""

    def standing(self) -> Self:
        """Keep those that were not undone."""
        return self.filter(undone_at__isnull=True)

    def of_pages(self, page_ids: Any) -> Self:
        """Keep those by which one of some pages is down as a whole."""
        return self.standing().filter(kind=Kind.PAGE, pages__page__in=page_ids)

    def of_document(self, document_id: int) -> Self:
        """Keep those by which a document cannot be had."""
        return self.standing().filter(kind=Kind.PAGE, documents__contains=document_id)

    def document_ids(self) -> set[int]:
        """Return the documents that nobody can have because of them."""
        return {pk for ids in self.standing().values_list("documents", flat=True) for pk in ids}

    def to_forget(self) -> Self:
        """Keep those whose term has ended: what was kept of them goes."""
        term = datetime.timedelta(days=settings.TAKEDOWN_KEEP_DAYS)
        return self.standing().filter(forgotten_at__isnull=True, taken_down_at__lt=timezone.now() - term)


class Takedown(models.Model):
    """One thing that was taken down, in every language."""

    kind = models.CharField(_("kind"), max_length=10, choices=Kind, editable=False)
    status = models.PositiveSmallIntegerField(
        _("answer"), choices=Status, default=Status.FOR_LEGAL_REASONS, editable=False
    )
    title = models.CharField(
        _("what it was"), max_length=255, blank=True, editable=False, help_text=_("Only the office sees it.")
    )
    passages: models.JSONField = models.JSONField(_("passages"), default=list, editable=False)
    documents: models.JSONField = models.JSONField(
        _("documents that go with it"),
        default=list,
        editable=False,
        help_text=_("The documents that only the page offered: they cannot be had either."),
    )
    reason = models.TextField(_("reason"), blank=True, editable=False)
    request_number = models.CharField(_("number of the request"), max_length=40, blank=True, editable=False)
    taken_down_at = models.DateTimeField(_("taken down"), default=timezone.now, editable=False)
    taken_down_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        editable=False,
        verbose_name=_("taken down by"),
    )
    undone_at = models.DateTimeField(_("undone"), null=True, editable=False)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        editable=False,
        verbose_name=_("undone by"),
    )
    forgotten_at = models.DateTimeField(_("forgotten"), null=True, editable=False)
    file = models.FileField(
        _("kept file"), upload_to="taken-down", storage=private_storage, blank=True, editable=False
    )
    public_name = models.CharField(_("name of the file"), max_length=255, blank=True, editable=False)

    objects = TakedownQuerySet.as_manager()

    class Meta:
        verbose_name = _("takedown")
        verbose_name_plural = _("takedowns")
        ordering: ClassVar[list[str]] = ["-taken_down_at", "-pk"]
        default_permissions = ()
        permissions: ClassVar[tuple[tuple[str, str], ...]] = (
            ("see_taken_down", "Can see what was taken down"),
            ("take_down", "Can take down and undo it"),
        )

    def __str__(self) -> str:
        return self.title or f"{self.get_kind_display()} {self.pk}"

    @property
    def can_be_undone(self) -> bool:
        """Whether what is needed to undo it is still kept."""
        return self.undone_at is None and self.forgotten_at is None

    @property
    def is_for_somebody(self) -> bool:
        """Whether somebody asked for it who can still be told of it."""
        return bool(self.requests.filter(forgotten_at__isnull=True).exists())

    def page_ids(self) -> list[int]:
        """Return the pages that it concerns, as far as they are still there."""
        return list(self.pages.filter(page__isnull=False).values_list("page_id", flat=True))


class PageQuerySet(models.QuerySet["TakenDownPage"]):
    """The vocabulary of the pages that a takedown concerns."""

    def down(self) -> Self:
        """Keep those that are down as a whole."""
        return self.filter(takedown__kind=Kind.PAGE, takedown__undone_at__isnull=True)

    def at(self, url_path: str) -> "TakenDownPage | None":
        """Return the page that is down as a whole and was at a path of the page tree; one query.

        The path of a page that was deleted since is the one that it had.
        """
        there = Q(page__url_path=url_path, page__live=False) | Q(page__isnull=True, url_path=url_path)
        return self.down().filter(there, was_public=True).select_related("takedown", "page").first()


class TakenDownPage(models.Model):
    """One language of a page that was taken down, or from which something was."""

    takedown = models.ForeignKey(Takedown, on_delete=models.CASCADE, related_name="pages")
    page = models.ForeignKey(Page, null=True, on_delete=models.SET_NULL, related_name="+")
    url_path = models.TextField(db_index=True)
    language_code = models.CharField(max_length=20)
    was_public = models.BooleanField(help_text="Whether readers ever had it: else its address says nothing.")

    objects = PageQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("page that was taken down")
        verbose_name_plural = _("pages that were taken down")
        default_permissions = ()

    def __str__(self) -> str:
        return self.url_path


class KeptRow(models.Model):
    """A row of the database that a takedown changed, added or removed: as much of it as is needed to undo that.

    `before` is empty for a row that was added, `after` for one that was removed; of a changed row both hold the
    columns that were changed.
    """

    takedown = models.ForeignKey(Takedown, on_delete=models.CASCADE, related_name="rows")
    model = models.CharField(max_length=100)
    key = models.CharField(max_length=64)
    before: models.JSONField = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    after: models.JSONField = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    may_differ = models.BooleanField(
        default=False, help_text="Left alone by undoing when it was changed since, instead of stopping it."
    )

    class Meta:
        verbose_name = _("kept row")
        verbose_name_plural = _("kept rows")
        default_permissions = ()
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["takedown", "model"])]

    def __str__(self) -> str:
        return f"{self.model} {self.key}"


class UnwantedFile(models.Model):
    """A file that has to go: written in the transaction that makes it so, struck off once it is gone."""

    name = models.CharField(max_length=255)
    is_private = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("unwanted file")
        verbose_name_plural = _("unwanted files")
        default_permissions = ()

    def __str__(self) -> str:
        return self.name
