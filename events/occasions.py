"""What events and calls have in common: a picture, a text, files, and what of the site they concern."""

from collections.abc import Iterable
from typing import Any, ClassVar, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, MultipleChooserPanel, Panel
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page

from designcity.blocks import BODY
from designcity.blocks.links import Download
from designcity.images import DesignImage
from designcity.pages import BasePage, BasePageQuerySet, in_locale
from designcity.pictures.shapes import CARDS
from designcity.terms import linked_keys


class OccasionQuerySet(BasePageQuerySet):
    """The vocabulary that events and calls share."""

    def naming(self, page: Page) -> Self:
        """Keep those that name an institution or campaign, in the language of that page."""
        key = page.translation_key
        return self.filter(
            models.Q(institution_links__institution__translation_key=key)
            | models.Q(campaign_links__campaign__translation_key=key),
            locale=page.locale_id,
        ).distinct()


class Occasion(BasePage):
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
        help_text=_("Stands above the text and on cards. Its credit is kept with the picture."),
    )
    lead_image_alt = models.CharField(
        _("alternative text"),
        max_length=255,
        blank=True,
        help_text=_("What the picture shows, for people who cannot see it."),
    )
    lead_image_caption = models.CharField(_("caption"), max_length=255, blank=True)
    body = StreamField(BODY, verbose_name=_("text"), blank=True)
    attachments = StreamField([("file", Download())], verbose_name=_("attachments"), blank=True)

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

    @cached_property
    def institutions(self) -> list[Page]:
        """The institutions that organise it, in its language."""
        links = self.institution_links.select_related("institution")
        return in_locale([link.institution for link in links], self.locale)

    @cached_property
    def campaigns(self) -> list[Page]:
        """The campaigns that it is part of, in its language."""
        links = self.campaign_links.select_related("campaign")
        return in_locale([link.campaign for link in links], self.locale)

    @cached_property
    def institution_keys(self) -> list[Any]:
        """The translation keys of the institutions that organise it."""
        links = self.institution_links.select_related("institution")
        return [link.institution.translation_key for link in links]

    def search_facets(self) -> dict[str, Any]:
        """Return the institutions that organise it."""
        return {"institutions": [str(key) for key in self.institution_keys]}

    @classmethod
    def prepare_for_search(cls, pages: list[Self]) -> None:
        """Fetch the institutions of all pages at once."""
        links = cls._meta.get_field("institution_links").related_model.objects.all()
        keys = linked_keys(links, pages, "institution__translation_key")
        for page in pages:
            page.institution_keys = keys[page.pk]

    def clean(self) -> None:
        """Require alternative text for a picture."""
        super().clean()
        if self.lead_image_id and not self.lead_image_alt:
            message = _("Describe the picture for people who cannot see it.")
            raise ValidationError({"lead_image_alt": message})

    def address_below(self, request: HttpRequest, name: str) -> str:
        """Return the address of a file or view below the page, such as `event.ics`."""
        return f"{self.get_url(request) or ''}{name}"


class InstitutionLink(Orderable):
    """An institution that organises an event or a call."""

    institution = models.ForeignKey(
        "institutions.InstitutionPage",
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("institution"),
    )

    class Meta(Orderable.Meta):
        abstract = True


class CampaignLink(Orderable):
    """A campaign that an event or a call is part of."""

    campaign = models.ForeignKey(
        "campaigns.CampaignPage", on_delete=models.CASCADE, related_name="+", verbose_name=_("campaign")
    )

    class Meta(Orderable.Meta):
        abstract = True


def grouped(pages: Iterable[Any]) -> list[dict[str, Any]]:
    """Return pages in their order, as groups: `title`, and its `pages`; a page says its group's title."""
    groups: list[dict[str, Any]] = []
    for page in pages:
        title = str(page.group_title)
        if not groups or groups[-1]["title"] != title:
            groups.append({"title": title, "pages": []})
        groups[-1]["pages"].append(page)
    return groups
