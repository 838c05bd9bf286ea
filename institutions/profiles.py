"""The profile of one institution."""

from typing import Any, ClassVar, Self

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    MultipleChooserPanel,
    Panel,
)
from wagtail.fields import StreamField
from wagtail.models import Orderable, PageManager

from designcity.blocks import BODY
from designcity.images import DesignImage
from designcity.pages import BasePage, BasePageQuerySet
from designcity.pictures.shapes import CARDS
from designcity.structured import Description, described
from designcity.terms import in_each_language, linked_keys
from institutions.blocks import Service
from institutions.terms import Field


class InstitutionQuerySet(BasePageQuerySet):
    """The vocabulary of institutions."""

    def of_kind(self, slug: str) -> Self:
        """Keep the institutions of one kind, by the kind's address."""
        return self.filter(institution_kind__slug=slug)

    def in_field(self, slug: str) -> Self:
        """Keep the institutions that work in one field of design, by the field's address."""
        return self.filter(institution_fields__field__slug=slug).distinct()

    def in_district(self, slug: str) -> Self:
        """Keep the institutions of one district, by the district's address."""
        return self.filter(district__slug=slug)

    def with_position(self) -> Self:
        """Keep the institutions that can be drawn on a map."""
        return self.filter(latitude__isnull=False, longitude__isnull=False)

    def by_district(self) -> Self:
        """Order by district as the directory has them, those without one last, then by name."""
        return self.order_by(models.F("district__sort_order").asc(nulls_last=True), "district__name", "title")


class InstitutionPage(BasePage):
    """Who an institution is, what it does for the city of design, and how to reach it."""

    kind = "institution"
    card_relations = ("institution_kind", "district", "logo__renditions")
    picture_shapes: ClassVar[dict[str, tuple[str, ...]]] = {
        **BasePage.picture_shapes,
        "logo": ("logo", "small_logo", *CARDS),
    }
    parent_page_types: ClassVar[list[str]] = ["institutions.DirectoryPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "institutions/institution_page.html"
    page_description = _("Who an institution is and what it offers.")

    short_name = models.CharField(
        _("short name"),
        max_length=80,
        blank=True,
        help_text=_("As people say it, because the search finds it too."),
    )
    logo = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("logo"),
        help_text=_("Readers know the institution by it in the directory; best on a white or clear ground."),
    )
    institution_kind = models.ForeignKey(
        "institutions.InstitutionKind",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("kind"),
        help_text=_("Readers narrow the directory by it."),
    )
    role = models.CharField(
        _("role in the city of design"),
        max_length=255,
        blank=True,
        help_text=_(
            "What it does for the city of design, in one sentence: the card shows it in place of the summary."
        ),
    )
    body = StreamField(BODY, verbose_name=_("text"), blank=True)
    services = StreamField([("service", Service())], verbose_name=_("services"), blank=True)
    district = models.ForeignKey(
        "institutions.District",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("district"),
        help_text=_("Readers look for institutions near them by it."),
    )
    address = models.CharField(
        _("address"), max_length=255, blank=True, help_text=_("As visitors need it to find the door.")
    )
    latitude = models.DecimalField(
        _("latitude"),
        max_digits=9,
        decimal_places=6,
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
        help_text=_("In degrees, as a map names it: the profile then leads readers to the place."),
    )
    longitude = models.DecimalField(
        _("longitude"),
        max_digits=9,
        decimal_places=6,
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
        help_text=_("In degrees, as a map names it; both or neither."),
    )
    contact_person = models.CharField(
        _("contact person"),
        max_length=120,
        blank=True,
        help_text=_("Only somebody who agrees to be named here, because everybody can read it."),
    )
    phone = models.CharField(_("telephone"), max_length=60, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    website = models.URLField(_("website"), blank=True)

    objects = PageManager.from_queryset(InstitutionQuerySet)()

    content_panels: ClassVar[list[Panel]] = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("short_name"), FieldPanel("institution_kind")]),
        FieldPanel("role"),
        FieldPanel("logo"),
        MultipleChooserPanel("institution_fields", label=_("Fields of design"), chooser_field_name="field"),
        FieldPanel("body"),
        FieldPanel("services"),
        MultiFieldPanel(
            [
                FieldPanel("district"),
                FieldPanel("address"),
                FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
            ],
            heading=_("Where it is"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("contact_person"),
                FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
                FieldPanel("website"),
            ],
            heading=_("How to reach it"),
        ),
    ]

    class Meta:
        verbose_name = _("institution")
        verbose_name_plural = _("institutions")

    @cached_property
    def card_image(self) -> DesignImage | None:
        return self.share_image or self.logo

    @cached_property
    def fields(self) -> list[Field]:
        """The fields of design in the language of the page."""
        links = self.institution_fields.select_related("field")
        keys = [link.field.translation_key for link in links]
        return list(Field.objects.in_locale(self.locale).filter(translation_key__in=keys))

    def searchable_names(self) -> list[str]:
        """Return the name that people say."""
        return [self.short_name] if self.short_name else []

    def searchable_terms(self) -> list[str]:
        """Return the role and what the directory files the institution under."""
        kind, district = str(self.institution_kind or ""), str(self.district or "")
        return [self.role, kind, district, *(field.name for field in self.fields)]

    def search_facets(self) -> dict[str, Any]:
        """Return the district, and the institution itself beside the pages that name it."""
        return {
            "district": self.district.slug if self.district else None,
            "institutions": [str(self.translation_key)],
        }

    def structured_data(self) -> Description:
        """Return what the institution is called, where it is, and how to reach it."""
        return described(
            self,
            "Organization",
            alternateName=self.short_name,
            sameAs=self.website,
            address=self.address,
            telephone=self.phone,
            email=self.email,
        )

    @classmethod
    def prepare_for_search(cls, pages: list[Self]) -> None:
        """Fetch the fields of design, in the language of each page, for all pages at once."""
        keys = linked_keys(InstitutionField.objects.all(), pages, "field__translation_key")
        names = in_each_language(Field.objects.all(), keys)
        for page in pages:
            page.fields = [
                names[key, page.locale_id] for key in keys[page.pk] if (key, page.locale_id) in names
            ]


class InstitutionField(Orderable):
    """A field of design in which an institution works."""

    page = ParentalKey(InstitutionPage, on_delete=models.CASCADE, related_name="institution_fields")
    field = models.ForeignKey(
        "institutions.Field", on_delete=models.CASCADE, related_name="+", verbose_name=_("field of design")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("field of an institution")
