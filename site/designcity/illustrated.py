"""Pages with a lead picture, which stands above the text and on cards."""

from typing import ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel

from designcity.images import DesignImage
from designcity.naming import NamingPage
from designcity.pages import BasePage
from designcity.pictures.shapes import CARDS


class IllustratedPage(NamingPage):
    """A page that names others and has a picture of its own."""

    card_relations: ClassVar[tuple[str, ...]] = ("lead_image__renditions", "share_image__renditions")
    picture_shapes: ClassVar[dict[str, tuple[str, ...]]] = {
        **BasePage.picture_shapes,
        "lead_image": ("lead", *CARDS),
    }

    lead_image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("lead picture"),
        help_text=_(
            "Stands above the text and on cards, where it draws the eye; its credit is kept with the picture."
        ),
    )
    lead_image_alt = models.CharField(
        _("alternative text"),
        max_length=255,
        blank=True,
        help_text=_("What the picture shows, for people who cannot see it."),
    )
    lead_image_caption = models.CharField(
        _("caption"),
        max_length=255,
        blank=True,
        help_text=_("What readers should know of the picture: who, where, when."),
    )

    picture_panels: ClassVar[list[Panel]] = [
        MultiFieldPanel(
            [FieldPanel("lead_image"), FieldPanel("lead_image_alt"), FieldPanel("lead_image_caption")],
            heading=_("Lead picture"),
        ),
    ]

    class Meta:
        abstract = True

    @cached_property
    def card_image(self) -> DesignImage | None:
        return self.lead_image or self.share_image

    def clean(self) -> None:
        """Require alternative text for a picture."""
        super().clean()
        if self.lead_image_id and not self.lead_image_alt:
            message = _("Describe the picture for people who cannot see it.")
            raise ValidationError({"lead_image_alt": message})
