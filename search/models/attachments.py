"""The words of the documents that pages offer."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Reading(models.TextChoices):
    """How the reading of a file ended."""

    READ = "read", _("Read")
    EMPTY = "empty", _("No words in it, such as a scan without text")
    ENCRYPTED = "encrypted", _("Protected by a password")
    BROKEN = "broken", _("Damaged, or not what its name says")
    TOO_LARGE = "too large", _("Too large, or unpacks to too much")
    TOO_SLOW = "too slow", _("Took too long to read")
    UNKNOWN = "unknown", _("Not a type whose words can be read")


class DocumentText(models.Model):
    """The words of one document, read from the file that it had; a refused file is not read again."""

    document = models.OneToOneField(
        "wagtaildocs.Document",
        on_delete=models.CASCADE,
        related_name="search_text",
        verbose_name=_("document"),
    )
    file_name = models.CharField(_("file"), max_length=255)
    state = models.CharField(_("state"), max_length=20, choices=Reading.choices)
    text = models.TextField(_("words"), blank=True)
    read_at = models.DateTimeField(_("read"), auto_now=True)

    class Meta:
        verbose_name = _("text of a document")
        verbose_name_plural = _("texts of documents")

    def __str__(self) -> str:
        return f"{self.file_name}: {self.get_state_display()}"
