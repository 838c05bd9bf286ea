"""The site's image: Wagtail's, with credit, source, licence and the end of the permission."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image


class Licence(models.TextChoices):
    """On what terms a picture may be shown."""

    OWN = "own", _("Our own work")
    PERMISSION = "permission", _("With its owner's permission")
    PRESS = "press", _("Press picture, free for reporting")
    CC0 = "cc0", "CC0"
    CC_BY = "cc-by", "CC BY"
    CC_BY_SA = "cc-by-sa", "CC BY-SA"
    PUBLIC_DOMAIN = "public-domain", _("Public domain")


NAMED = {Licence.CC_BY, Licence.CC_BY_SA}
"""Licences that ask to be named beside the picture."""


class DesignImage(AbstractImage):
    """A picture with its credit; the inherited description is the alternative text proposed to editors."""

    credit = models.CharField(
        _("credit"),
        max_length=255,
        blank=True,
        help_text=_("Who made the picture, as it must be named beside it."),
    )

    source = models.ForeignKey(
        "provenance.Source",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("source"),
        help_text=_("Where the picture comes from, such as an agency, a website or an archive."),
    )
    licence = models.CharField(
        _("licence"),
        max_length=20,
        choices=Licence.choices,
        blank=True,
        help_text=_("On what terms it may be shown, so that nobody has to ask again."),
    )
    expires_on = models.DateField(
        _("may be shown until"),
        null=True,
        blank=True,
        help_text=_("The last day of the permission, so that the office hears of it before it runs out."),
    )

    admin_form_fields: ClassVar[tuple[str, ...]] = (
        *Image.admin_form_fields,
        "credit",
        "source",
        "licence",
        "expires_on",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        permissions: ClassVar[list[tuple[str, str]]] = [("choose_image", "Can choose image")]

    @property
    def has_expired(self) -> bool:
        """Whether the permission to show the picture has run out."""
        return self.expires_on is not None and self.expires_on < timezone.localdate()

    @cached_property
    def shown_source(self) -> Any:
        """Where the picture comes from, in the reader's language where it has a name there."""
        return self.source.localized if self.source else None

    @cached_property
    def shown_words(self) -> Any:
        """What is said of it in the reader's language: `credit` and `description`; itself where nothing is."""
        language = get_language()
        if self.pk is None or language == settings.LANGUAGE_CODE:
            return self
        return self.words.filter(locale__language_code=language).first() or self

    @property
    def shown_credit(self) -> str:
        """Who made it, in the reader's language where that is said."""
        return str(self.shown_words.credit or self.credit)

    @property
    def shown_alt_text(self) -> str:
        """What it shows, in the reader's language where that is said."""
        return str(self.shown_words.description or self.default_alt_text)

    @property
    def credit_line(self) -> str:
        """Who made it and where it comes from in the reader's language, and a licence that must be named."""
        credit = self.shown_credit
        is_named = self.source is None or self.source.name in self.credit
        source = "" if is_named else str(self.shown_source)
        licence = str(self.get_licence_display()) if self.licence in NAMED else ""
        added = [part for part in (source, licence) if part and part not in credit]
        return " / ".join(part for part in (credit, *added) if part)

    @property
    def default_alt_text(self) -> str:
        """The description, never the file's title: a file name read aloud helps nobody."""
        return str(self.description or "")


class Rendition(AbstractRendition):
    """A picture at one size and format, as a template asks for it."""

    image = models.ForeignKey(DesignImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together: ClassVar[tuple[tuple[str, ...], ...]] = (("image", "filter_spec", "focal_point_key"),)
