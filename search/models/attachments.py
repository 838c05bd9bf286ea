"""The words of attachments, read from their files once, and the pages that offer them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DocumentState(models.TextChoices):
    """What came of reading a file."""

    READ = "read", _("Read")
    EMPTY = "empty", _("No words in it, such as a scan without text")
    REFUSED = "refused", _("Not read")


class Refusal(models.TextChoices):
    """Why a file was not read."""

    ENCRYPTED = "encrypted", _("Protected by a password")
    BROKEN = "broken", _("Damaged, or not what its name says")
    TOO_LARGE = "too_large", _("Too large, or unpacks to too much")
    TOO_SLOW = "too_slow", _("Took too long to read")
    UNKNOWN_TYPE = "unknown_type", _("Not a type whose words can be read")
    UNAVAILABLE = "unavailable", _("Could not be opened; it is tried again")


class DocumentText(models.Model):
    """The words of one document, read from the file that it had; a refused file is not read again."""

    document = models.OneToOneField(
        "wagtaildocs.Document",
        on_delete=models.CASCADE,
        related_name="search_text",
        verbose_name=_("document"),
    )
    text = models.TextField(_("words"), blank=True)
    file_name = models.CharField(_("file"), max_length=255, help_text=_("The file that was read."))
    file_hash = models.CharField(_("digest of the file"), max_length=40, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=DocumentState)
    reason = models.CharField(_("reason"), max_length=20, choices=Refusal, blank=True)
    read_at = models.DateTimeField(_("read"), auto_now=True)

    wagtail_reference_index_ignore = True  # else each text would count as a use of its document

    class Meta:
        verbose_name = _("text of a document")
        verbose_name_plural = _("texts of documents")

    def __str__(self) -> str:
        return f"{self.file_name}: {self.get_reason_display() or self.get_state_display()}"


class Offer(models.Model):
    """A page that offers a document, or once did: composed anew when the document or its words change.

    Written while pages are composed. Wagtail's own list of references follows a change only after a while.
    """

    page_id = models.BigIntegerField(_("page"))
    document_id = models.BigIntegerField(_("document"))

    class Meta:
        verbose_name = _("offered document")
        verbose_name_plural = _("offered documents")
        constraints = [models.UniqueConstraint(fields=["document_id", "page_id"], name="search_offer_once")]

    def __str__(self) -> str:
        return f"page {self.page_id}, document {self.document_id}"
