"""Blocks of pictures."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from designcity.pictures.chooser import PictureChooserBlock

MEDIA = _("Pictures and video")


class Picture(blocks.StructBlock):
    """A picture with its alternative text, or marked as decoration; the credit is the image's own."""

    image = PictureChooserBlock(label=_("Picture"))
    alt_text = blocks.CharBlock(
        label=_("Alternative text"),
        required=False,
        max_length=255,
        help_text=_("What the picture shows, for people who cannot see it."),
    )
    decorative = blocks.BooleanBlock(
        label=_("Decoration only"),
        required=False,
        help_text=_("Tick when the picture tells nothing that the text doesn't."),
    )
    caption = blocks.CharBlock(label=pgettext_lazy("of a picture", "Caption"), required=False, max_length=255)

    class Meta:
        icon = "image"
        group = MEDIA
        label = _("Picture")
        template = "blocks/picture.html"
        preview_template = "blocks/previews/picture.html"
        description = _("One picture with alternative text, caption and credit.")

    def clean(self, value: Any) -> Any:
        """Require alternative text unless the picture is marked as decoration; a draft may wait for it."""
        cleaned = super().clean(value)
        if self.is_deferred_validation:
            return cleaned
        if not cleaned["alt_text"] and not cleaned["decorative"]:
            message = _("Describe the picture, or tick “Decoration only”.")
            raise StructBlockValidationError({"alt_text": ValidationError(message)})
        return cleaned


class PictureIfAny(blocks.StructBlock):
    """A block whose picture may be left out; one that is there needs alternative text."""

    def clean(self, value: Any) -> Any:
        """Require alternative text for a picture; a draft may wait for it."""
        cleaned = super().clean(value)
        if self.is_deferred_validation:
            return cleaned
        if cleaned["image"] and not cleaned["alt_text"]:
            message = _("Describe the picture for people who cannot see it.")
            raise StructBlockValidationError({"alt_text": ValidationError(message)})
        return cleaned


class Gallery(blocks.StructBlock):
    """Several pictures side by side."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    pictures = blocks.ListBlock(Picture(), label=_("Pictures"), min_num=2, max_num=12)

    class Meta:
        icon = "grid"
        group = MEDIA
        label = _("Gallery")
        template = "blocks/gallery.html"
        preview_template = "blocks/previews/gallery.html"
        description = _("Two to twelve pictures side by side.")
