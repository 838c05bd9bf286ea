"""What events and calls have in common: a picture, a text, files, and what of the site they concern."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, MultipleChooserPanel, Panel
from wagtail.fields import StreamField

from designcity.blocks import BODY
from designcity.blocks.links import Download
from designcity.images import DesignImage
from designcity.naming import NamingPage, NamingQuerySet
from designcity.pages import BasePage
from designcity.pictures.shapes import CARDS


class OccasionQuerySet(NamingQuerySet):
    """The vocabulary that events and calls share."""

    NAMED = ("institution_links__institution", "campaign_links__campaign")


class Occasion(NamingPage):
    """Something with a beginning and an end, whose links to institutions and campaigns have the same names."""

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
    body = StreamField(BODY, verbose_name=_("text"), blank=True)
    attachments = StreamField(
        [("file", Download())],
        verbose_name=_("attachments"),
        blank=True,
        help_text=_("Files that readers need beside the text; the search finds what stands in them."),
    )

    picture_panels: ClassVar[list[Panel]] = [
        MultiFieldPanel(
            [FieldPanel("lead_image"), FieldPanel("lead_image_alt"), FieldPanel("lead_image_caption")],
            heading=_("Lead picture"),
        ),
    ]
    link_panels: ClassVar[list[Panel]] = [
        MultipleChooserPanel("institution_links", label=_("Organisers"), chooser_field_name="institution"),
        MultipleChooserPanel("campaign_links", label=_("Part of the campaigns"), chooser_field_name="campaign"),
        FieldPanel("attachments"),
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


def grouped(pages: Iterable[Any]) -> list[dict[str, Any]]:
    """Return pages in their order, as groups: `title`, and its `pages`; a page says its group's title."""
    groups: list[dict[str, Any]] = []
    for page in pages:
        title = str(page.group_title)
        if not groups or groups[-1]["title"] != title:
            groups.append({"title": title, "pages": []})
        groups[-1]["pages"].append(page)
    return groups
