"""Comment: what somebody said about a segment of a translation."""

from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail_localize.models import String, Translation, TranslationContext


class CommentQuerySet(models.QuerySet):
    """How comments are found and settled."""

    def of(self, translation: Translation) -> Self:
        """Keep the comments on one translation, in the order in which they were written."""
        return self.filter(translation=translation).order_by("written_at", "pk")

    def open(self) -> Self:
        """Keep what is not settled yet."""
        return self.filter(resolved_at__isnull=True)

    def resolve(self, user: Any) -> int:
        """Note that these are settled; return how many were open."""
        return self.open().update(resolved_at=timezone.now(), resolved_by=user)

    def reopen(self) -> int:
        """Note that these are not settled after all; return how many."""
        return self.filter(resolved_at__isnull=False).update(resolved_at=None, resolved_by=None)


class Comment(models.Model):
    """A remark on a place and what the original said there; it goes when its translation is deleted.

    wagtail-localize makes the records of segments anew whenever an original changes; place and text stay.
    """

    translation = models.ForeignKey(Translation, on_delete=models.CASCADE, related_name="comments")
    context = models.ForeignKey(TranslationContext, on_delete=models.CASCADE, related_name="+")
    string = models.ForeignKey(String, on_delete=models.CASCADE, related_name="+")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("author"),
    )
    text = models.TextField(_("comment"), max_length=5000)
    written_at = models.DateTimeField(_("written"), default=timezone.now, editable=False)
    resolved_at = models.DateTimeField(_("settled"), null=True, editable=False)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", editable=False
    )

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("comment on a segment")
        verbose_name_plural = _("comments on segments")
        default_permissions = ()  # who may edit the translation or its original may talk about it
        ordering: ClassVar[list[str]] = ["written_at", "pk"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["translation", "written_at"], name="translating_comment_of")
        ]

    def __str__(self) -> str:
        return self.text
