"""The picture that is drawn from a page's headline, for those who share the page."""

from functools import partial

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class SharePicture(models.Model):
    """One drawn picture for each page; `digest` tells from what it was drawn."""

    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="share_picture")
    file = models.FileField(upload_to="images/share/", max_length=200)
    digest = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("picture of the headline")
        verbose_name_plural = _("pictures of headlines")

    def __str__(self) -> str:
        return self.file.name or ""

    def remove_file(self) -> None:
        """Remove the file when what is being done is committed."""
        transaction.on_commit(partial(self.file.storage.delete, str(self.file.name)))
