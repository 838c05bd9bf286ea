"""The site's image: Wagtail's, with the credit that every picture must carry."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image


class DesignImage(AbstractImage):
    """A picture with its credit; the inherited description is the alternative text proposed to editors."""

    credit = models.CharField(
        _("credit"),
        max_length=255,
        blank=True,
        help_text=_("Who made the picture, as it must be named beside it."),
    )

    admin_form_fields: ClassVar[tuple[str, ...]] = (*Image.admin_form_fields, "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        permissions: ClassVar[list[tuple[str, str]]] = [("choose_image", "Can choose image")]

    @property
    def default_alt_text(self) -> str:
        """The description, never the file's title: a file name read aloud helps nobody."""
        return str(self.description or "")


class Rendition(AbstractRendition):
    """A picture at one size and format, as a template asks for it."""

    image = models.ForeignKey(DesignImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together: ClassVar[tuple[tuple[str, ...], ...]] = (("image", "filter_spec", "focal_point_key"),)
