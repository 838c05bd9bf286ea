"""The publication: a report, a handbook or a guide to download, with a picture of its first page."""

import datetime
import mimetypes
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, MultipleChooserPanel, Panel
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail_localize.fields import SynchronizedField

from designcity.blocks import BODY
from designcity.dated import DatedQuerySet
from designcity.images import DesignImage
from designcity.naming import CampaignLink, InstitutionLink, NamingPage, NamingQuerySet
from designcity.pages import BasePage
from designcity.pictures.shapes import CARDS
from designcity.structured import Description, absolute, described, known, organisations
from publications.first_page import FirstPage


class PublicationQuerySet(NamingQuerySet, DatedQuerySet):
    """The vocabulary of publications."""

    DATE = "published_on"
    NAMED = ("publication_institutions__institution", "publication_campaigns__campaign")

    def offering(self, document_id: int) -> Self:
        """Keep the live publications whose file is one document."""
        return self.live().filter(document=document_id)


class PublicationPage(NamingPage):
    """One publication: who made it, when it came out, and its file."""

    INSTITUTION_LINKS = "publication_institutions"
    CAMPAIGN_LINKS = "publication_campaigns"
    kind = "publication"
    card_relations = (
        "cover__renditions",
        "document__first_page__picture__renditions",
        "share_image__renditions",
    )
    picture_shapes: ClassVar[dict[str, tuple[str, ...]]] = {
        **BasePage.picture_shapes,
        "cover_image": ("cover", *CARDS),
    }
    parent_page_types: ClassVar[list[str]] = ["publications.PublicationIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "publications/publication_page.html"
    page_description = _("A report, a handbook or a guide to download.")

    document = models.ForeignKey(
        "wagtaildocs.Document",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("file"),
        help_text=_("What readers download; the first page of a PDF becomes the cover by itself."),
    )
    published_on = models.DateField(
        _("date of publication"),
        default=timezone.localdate,
        help_text=_("The date that readers see; lists are in its order."),
    )
    publisher = models.CharField(
        pgettext_lazy("of a publication", "publisher"),
        max_length=160,
        blank=True,
        help_text=_("Who published it, as readers should see it."),
    )
    number = models.CharField(
        _("ISBN or number"), max_length=60, blank=True, help_text=_("An ISBN, or the number of an issue.")
    )
    cover = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("cover"),
        help_text=_("Leave empty: the first page of a PDF is shown."),
    )
    body = StreamField(BODY, verbose_name=_("text"), blank=True)

    objects = PageManager.from_queryset(PublicationQuerySet)()

    content_panels: ClassVar[list[Panel]] = [
        *BasePage.content_panels,
        FieldPanel("document"),
        FieldPanel("cover"),
        MultiFieldPanel(
            [
                FieldPanel("published_on"),
                FieldRowPanel([FieldPanel("publisher"), FieldPanel("number")]),
            ],
            heading=_("Where and when it came out"),
        ),
        FieldPanel("body"),
        MultipleChooserPanel(
            "publication_institutions", label=_("Institutions that made it"), chooser_field_name="institution"
        ),
        MultipleChooserPanel(
            "publication_campaigns", label=_("Campaigns it belongs to"), chooser_field_name="campaign"
        ),
    ]
    override_translatable_fields: ClassVar[list[SynchronizedField]] = [
        SynchronizedField("published_on"),
        SynchronizedField("number"),
    ]

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")

    @property
    def date(self) -> datetime.date:
        """The date of publication."""
        return self.published_on

    @property
    def by_whom(self) -> str:
        """The publisher."""
        return self.publisher

    @cached_property
    def first_page(self) -> FirstPage | None:
        """What was found in the document; None before it was read, and without a document."""
        return getattr(self.document, "first_page", None)

    @cached_property
    def cover_image(self) -> DesignImage | None:
        """The cover that editors chose, or else the first page; None where a plain cover is drawn."""
        return self.cover or (self.first_page.picture if self.first_page else None)

    @cached_property
    def card_image(self) -> DesignImage | None:
        return self.cover_image or self.share_image

    @property
    def page_count(self) -> int | None:
        """How many pages the document has, where that is known."""
        return self.first_page.page_count if self.first_page else None

    def searchable_terms(self) -> list[str]:
        """Return the publisher and the number, which people type with hyphens and without."""
        numbers = dict.fromkeys([self.number, self.number.replace("-", "")])
        return [self.publisher, *numbers]

    def structured_data(self) -> Description:
        """Return the publication as the kind of work that its number says it is, with its file."""
        isbn = self.number.replace("-", "").replace(" ", "")
        is_book = len(isbn) == 13 and isbn.isdigit()
        number = {"isbn": isbn} if is_book else {"reportNumber": self.number}
        return described(
            self,
            "Book" if is_book else "Report",
            datePublished=self.published_on.isoformat(),
            author=organisations(self.institutions),
            publisher=organisations([], self.publisher),
            encoding=self._file(),
            **number,
            **({"numberOfPages": self.page_count} if is_book else {}),
        )

    def _file(self) -> Description:
        if self.document is None:
            return {}
        kind, _encoding = mimetypes.guess_type(self.document.filename)
        address = absolute(self.document.url)
        return known({"@type": "MediaObject", "contentUrl": address, "encodingFormat": kind})


class PublicationInstitution(InstitutionLink):
    """An institution that made a publication."""

    page = ParentalKey(PublicationPage, on_delete=models.CASCADE, related_name="publication_institutions")


class PublicationCampaign(CampaignLink):
    """A campaign that a publication belongs to."""

    page = ParentalKey(PublicationPage, on_delete=models.CASCADE, related_name="publication_campaigns")
