"""An award with the list of works that it went to."""

import datetime
from typing import Any, ClassVar, Self

from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    MultipleChooserPanel,
    Panel,
)
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail_localize.fields import SynchronizedField

from awards.work import Work
from designcity import dated
from designcity.blocks import BODY
from designcity.dated import DatedQuerySet, Precision
from designcity.illustrated import IllustratedPage
from designcity.naming import CampaignLink, InstitutionLink, NamingQuerySet
from designcity.pages import BasePage, in_locale
from designcity.pictures.credits import fetch_credits
from designcity.structured import Description, described, known, organisations
from designcity.terms import linked_keys


class AwardQuerySet(NamingQuerySet, DatedQuerySet):
    """The vocabulary of awards."""

    DATE = "awarded_on"
    NAMED = ("award_givers__institution", "works__institution", "award_campaigns__campaign")


class AwardPage(IllustratedPage):
    """One award: who gave it, when, and to which works."""

    INSTITUTION_LINKS = "award_givers"
    CAMPAIGN_LINKS = "award_campaigns"
    kind = "award"
    picture_shapes: ClassVar[dict[str, tuple[str, ...]]] = {
        **IllustratedPage.picture_shapes,
        "works__picture": ("work",),
    }
    parent_page_types: ClassVar[list[str]] = ["awards.AwardIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "awards/award_page.html"
    page_description = _("An award with the list of works that it went to.")

    awarded_on = models.DateField(
        _("date"),
        default=timezone.localdate,
        help_text=_("When it was given; where only the year or the month is known, take its first day."),
    )
    precision = models.CharField(
        _("what is known of the date"),
        max_length=5,
        choices=Precision.choices,
        default=Precision.DAY,
        help_text=_("Readers see no more of the date than is known."),
    )
    awarded_by = models.CharField(
        _("awarded by"), max_length=255, blank=True, help_text=_("Who gave it, as readers should see it.")
    )
    body = StreamField(BODY, verbose_name=_("text"), blank=True)

    objects = PageManager.from_queryset(AwardQuerySet)()

    content_panels: ClassVar[list[Panel]] = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("awarded_on"), FieldPanel("precision")]), FieldPanel("awarded_by")],
            heading=_("When and by whom"),
        ),
        *IllustratedPage.picture_panels,
        FieldPanel("body"),
        InlinePanel("works", label=_("Work"), heading=_("List of works")),
        MultipleChooserPanel(
            "award_givers", label=_("Institutions that gave it"), chooser_field_name="institution"
        ),
        MultipleChooserPanel(
            "award_campaigns", label=_("Campaigns it belongs to"), chooser_field_name="campaign"
        ),
    ]
    override_translatable_fields: ClassVar[list[SynchronizedField]] = [
        SynchronizedField("awarded_on"),
        SynchronizedField("precision"),
    ]

    class Meta:
        verbose_name = _("award")
        verbose_name_plural = _("awards")

    @property
    def date(self) -> datetime.date:
        """The date on which it was given; its first day where only a month or a year is known."""
        return self.awarded_on

    @property
    def date_in_words(self) -> str:
        """The date as readers write it, as much of it as is known."""
        return dated.in_words(self.awarded_on, self.precision)

    @property
    def date_for_machines(self) -> str:
        """The date as HTML's `datetime` attribute takes it."""
        return dated.for_machines(self.awarded_on, self.precision)

    @property
    def by_whom(self) -> str:
        """Who gave it."""
        return self.awarded_by

    @cached_property
    def list_of_works(self) -> list[Work]:
        """The works in their order, each with its picture and its institution in the reader's language."""
        works = list(self.works.select_related("picture", "institution"))
        models.prefetch_related_objects(works, "picture__renditions")
        fetch_credits(work.picture for work in works if work.picture)
        named = in_locale([work.institution for work in works if work.institution], self.locale)
        by_key = {page.translation_key: page for page in named}
        for work in works:
            work.made_at = by_key.get(work.institution.translation_key) if work.institution else None
        return works

    @cached_property
    def institution_keys(self) -> list[Any]:
        """The translation keys of the institutions that gave it, and of those that have a work in it."""
        links = [*self.award_givers.select_related("institution"), *self.works.select_related("institution")]
        keys = [link.institution.translation_key for link in links if link.institution]
        return list(dict.fromkeys(keys))

    @cached_property
    def searched_works(self) -> list[Work]:
        """The works, for the search alone."""
        return list(self.works.all())

    def searchable_text(self) -> list[str]:
        """Return the words of the body, and what is said of each work."""
        return [*super().searchable_text(), *(word for work in self.searched_works for word in work.words())]

    def searchable_terms(self) -> list[str]:
        """Return who gave it, and the titles and makers of its works."""
        works = self.searched_works
        return [self.awarded_by, *(work.title for work in works), *(work.makers for work in works)]

    def structured_data(self) -> Description:
        """Return the award as a list of the works that it went to."""
        works = [self._as_work(work) for work in self.list_of_works]
        items = [{"@type": "ListItem", "position": place, "item": one} for place, one in enumerate(works, 1)]
        return described(self, "ItemList", numberOfItems=len(items), itemListElement=items)

    def _as_work(self, work: Work) -> Description:
        return known(
            {
                "@type": "CreativeWork",
                "name": work.title,
                "url": f"{self.full_url}#{work.anchor}",
                "description": work.text,
                "creditText": work.makers,
                "creator": organisations([work.made_at] if work.made_at else []),
                "award": f"{self.title} {work.prize}".strip(),
            }
        )

    @classmethod
    def prepare_for_search(cls, pages: list[Self]) -> None:
        """Fetch the works and the institutions of all pages at once."""
        super().prepare_for_search(pages)
        made = Work.objects.exclude(institution=None)
        makers = linked_keys(made, pages, "institution__translation_key")
        works = Work.objects.filter(page__in=pages).order_by("sort_order")
        for page in pages:
            page.institution_keys = list(dict.fromkeys([*page.institution_keys, *makers[page.pk]]))
            page.searched_works = [work for work in works if work.page_id == page.pk]


class AwardGiver(InstitutionLink):
    """An institution that gave an award."""

    page = ParentalKey(AwardPage, on_delete=models.CASCADE, related_name="award_givers")


class AwardCampaign(CampaignLink):
    """A campaign that an award belongs to."""

    page = ParentalKey(AwardPage, on_delete=models.CASCADE, related_name="award_campaigns")
