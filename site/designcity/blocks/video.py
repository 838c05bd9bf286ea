"""The block of a video, of which nothing is loaded from elsewhere before the reader says so."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock

from designcity.blocks.media import MEDIA
from designcity.pictures.chooser import PictureChooserBlock
from designcity.video_platforms import Platform, chosen

FILE_KIND = "mp4"
"""The one kind of file that every browser plays."""


class VideoValue(blocks.StructValue):
    """A video on a platform, or one that the site itself has as a file."""

    @cached_property
    def platform(self) -> Platform | None:
        """The platform of the address, if the site knows it."""
        return platform_of(str(self.get("address") or ""))

    @property
    def player(self) -> str:
        """The address of the platform's player; empty for a file."""
        return self.platform.player_of(str(self["address"])) if self.platform else ""


class Video(blocks.StructBlock):
    """A video behind a picture of it and a button by which the reader consents to load it."""

    title = blocks.CharBlock(
        label=_("Title"), max_length=160, help_text=_("Names the video also for people who cannot see it.")
    )
    address = blocks.URLBlock(
        label=_("Address on a video platform"),
        required=False,
        help_text=_("As the browser shows it; a translation may name another platform, for its own readers."),
    )
    file = DocumentChooserBlock(
        label=_("Or a file of the site"),
        required=False,
        help_text=_("A film in MP4 format: it plays without a platform."),
    )
    poster = PictureChooserBlock(
        label=_("Poster picture"),
        required=False,
        help_text=_("Shown until the video plays, because the platform's own would already tell it who reads."),
    )
    caption = blocks.CharBlock(label=pgettext_lazy("of a picture", "Caption"), required=False, max_length=255)
    transcript = blocks.TextBlock(
        label=_("Transcript"),
        required=False,
        help_text=_("What is said and shown, for people who cannot hear or see it; the search finds it too."),
    )

    class Meta:
        icon = "media"
        group = MEDIA
        label = _("Video")
        value_class = VideoValue
        template = "blocks/video.html"
        picture_shape = "poster"
        description = _("A video; nothing of it is loaded from a platform before the reader consents.")
        preview_value = {
            "title": pgettext_lazy("sample", "A day in the city"),
            "address": "https://www.bilibili.com/video/BV1sample00A/",
            "file": None,
            "poster": None,
            "caption": "",
            "transcript": "",
        }

    def clean(self, value: Any) -> Any:
        """Require one source, known to the site: a platform's address or a file; a draft may wait for it."""
        cleaned = super().clean(value)
        if self.is_deferred_validation:
            return cleaned
        if bool(cleaned["address"]) == bool(cleaned["file"]):
            message = _("Give an address or choose a file: one of the two.")
            raise StructBlockValidationError({"address": ValidationError(message)})
        if cleaned["address"] and platform_of(cleaned["address"]) is None:
            raise StructBlockValidationError({"address": ValidationError(_unknown_address())})
        if cleaned["file"] and cleaned["file"].file_extension.lower() != FILE_KIND:
            message = _("Choose a film in MP4 format.")
            raise StructBlockValidationError({"file": ValidationError(message)})
        return cleaned


def platform_of(address: str) -> Platform | None:
    """Return the platform that has a video at `address`, among those that the settings allow."""
    return next((one for one in chosen(settings.VIDEO_PLATFORMS) if one.player_of(address)), None)


def _unknown_address() -> str:
    names = pgettext("between names", ", ").join(str(one.name) for one in chosen(settings.VIDEO_PLATFORMS))
    message = _(
        "No video is known at this address. Copy that of a video's own page on one of these: %(names)s."
    )
    return str(message) % {"names": names}
