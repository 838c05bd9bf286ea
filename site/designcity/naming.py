"""Pages that name institutions and campaigns, and how those find the pages again."""

from typing import Any, ClassVar, Self

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.models import Orderable, Page

from designcity.pages import BasePage, BasePageQuerySet, in_locale
from designcity.terms import linked_keys


class NamingQuerySet(BasePageQuerySet):
    """The vocabulary of pages that name others."""

    NAMED: ClassVar[tuple[str, ...]]
    """The ways that lead to the pages that are named, such as `institution_links__institution`."""

    def naming(self, page: Page) -> Self:
        """Keep those that name an institution or campaign, in the language of that page."""
        ways = [(f"{way}__translation_key", page.translation_key) for way in self.NAMED]
        return self.filter(models.Q(*ways, _connector=models.Q.OR), locale=page.locale_id).distinct()


class NamingPage(BasePage):
    """A page with links to institutions and campaigns, by relations that its type names."""

    INSTITUTION_LINKS: ClassVar[str] = "institution_links"
    CAMPAIGN_LINKS: ClassVar[str] = "campaign_links"

    class Meta:
        abstract = True

    @cached_property
    def institutions(self) -> list[Page]:
        """The institutions that the page names, in its language."""
        links = getattr(self, self.INSTITUTION_LINKS).select_related("institution")
        return in_locale([link.institution for link in links], self.locale)

    @cached_property
    def campaigns(self) -> list[Page]:
        """The campaigns that the page names, in its language."""
        links = getattr(self, self.CAMPAIGN_LINKS).select_related("campaign")
        return in_locale([link.campaign for link in links], self.locale)

    @cached_property
    def institution_keys(self) -> list[Any]:
        """The translation keys of the institutions that the page names."""
        links = getattr(self, self.INSTITUTION_LINKS).select_related("institution")
        return [link.institution.translation_key for link in links]

    def search_facets(self) -> dict[str, Any]:
        """Return the institutions that the page names."""
        return {"institutions": [str(key) for key in self.institution_keys]}

    @classmethod
    def prepare_for_search(cls, pages: list[Self]) -> None:
        """Fetch the institutions of all pages at once."""
        links: Any = cls._meta.get_field(cls.INSTITUTION_LINKS).related_model
        keys = linked_keys(links.objects.all(), pages, "institution__translation_key")
        for page in pages:
            page.institution_keys = keys[page.pk]


class InstitutionLink(Orderable):
    """An institution that a page names."""

    institution = models.ForeignKey(
        "institutions.InstitutionPage",
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("institution"),
    )

    class Meta(Orderable.Meta):
        abstract = True


class CampaignLink(Orderable):
    """A campaign that a page names."""

    campaign = models.ForeignKey(
        "campaigns.CampaignPage", on_delete=models.CASCADE, related_name="+", verbose_name=_("campaign")
    )

    class Meta(Orderable.Meta):
        abstract = True
