"""The first page of a document as a picture of the site, kept until the document gets another file."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class FirstPage(models.Model):
    """What was found in the file of a PDF: how many pages it has, and its first page as a picture.

    It belongs to the document and not to the publication: all translations that offer one file show one
    picture, and no older revision of a page takes it away again.
    """

    document = models.OneToOneField(
        "wagtaildocs.Document",
        on_delete=models.CASCADE,
        related_name="first_page",
        verbose_name=_("document"),
    )
    picture = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("picture"),
    )
    page_count = models.PositiveIntegerField(_("number of pages"), null=True, blank=True)
    is_drawable = models.BooleanField(
        _("can be drawn"), default=True, help_text=_("Not when the file is broken or protected by a password.")
    )
    file_name = models.CharField(_("file"), max_length=255, help_text=_("The file that was read."))
    file_hash = models.CharField(_("digest of the file"), max_length=40, blank=True)

    wagtail_reference_index_ignore = True  # else each would count as a use of its document

    class Meta:
        verbose_name = _("first page of a document")
        verbose_name_plural = _("first pages of documents")

    def __str__(self) -> str:
        return self.file_name

    def is_of(self, document: Any) -> bool:
        """Whether this was found in the file that the document has now."""
        return (self.file_name, self.file_hash) == (document.file.name, document.file_hash)
