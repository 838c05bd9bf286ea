"""The texts that stand on every page: name, navigation, contact line, disclaimer, footer."""

from typing import Any, ClassVar, Self

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PageChooserPanel, Panel
from wagtail.blocks import StreamBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Locale, Page, TranslatableMixin

from designcity.blocks.links import Link


class SiteTextsQuerySet(models.QuerySet):
    """How the texts of a language are found."""

    def for_locale(self, locale: Locale) -> Self:
        """Put the texts in `locale` first; those of the source language serve until they are translated."""
        return self.select_related("locale").order_by(
            models.Case(models.When(locale=locale, then=0), default=1), "pk"
        )


class SiteTexts(TranslatableMixin, models.Model):
    """One record for each language, translated like any page."""

    site_name = models.CharField(_("name of the site"), max_length=80)
    tagline = models.CharField(_("line under the name"), max_length=160, blank=True)
    navigation = StreamField(
        StreamBlock([("link", Link())], max_num=7), verbose_name=_("navigation"), blank=True
    )
    search_links = StreamField(
        StreamBlock([("link", Link())], max_num=8),
        verbose_name=_("places to start in the search"),
        blank=True,
        help_text=_(
            "Shown while nothing is typed and when nothing is found; left empty, what stands in the navigation."
        ),
    )
    contact_line = models.CharField(_("contact line"), max_length=255, blank=True)
    contact_page = models.ForeignKey(
        Page,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("contact page"),
        help_text=_("Where “Contact us” leads, and where readers ask for the removal of a piece."),
    )
    disclaimer = RichTextField(
        _("disclaimer"),
        blank=True,
        features=["bold", "italic", "link"],
        help_text=_("Stands under every reposted article, with the way to ask for its removal."),
    )
    footer = RichTextField(_("footer"), blank=True, features=["bold", "italic", "link"])
    footer_links = StreamField(
        StreamBlock([("link", Link())], max_num=10), verbose_name=_("footer links"), blank=True
    )
    licence_number = models.CharField(
        _("licence number (ICP)"),
        max_length=60,
        blank=True,
        help_text=_("Only for sites hosted in mainland China."),
    )
    security_number = models.CharField(
        _("public-security number"),
        max_length=60,
        blank=True,
        help_text=_("Only for sites hosted in mainland China."),
    )

    objects = SiteTextsQuerySet.as_manager()

    panels: ClassVar[list[Panel]] = [
        MultiFieldPanel(
            [FieldPanel("site_name"), FieldPanel("tagline"), FieldPanel("navigation")], heading=_("Header")
        ),
        FieldPanel("search_links"),
        MultiFieldPanel([FieldPanel("contact_line"), PageChooserPanel("contact_page")], heading=_("Contact")),
        FieldPanel("disclaimer"),
        MultiFieldPanel(
            [
                FieldPanel("footer"),
                FieldPanel("footer_links"),
                FieldPanel("licence_number"),
                FieldPanel("security_number"),
            ],
            heading=_("Footer"),
        ),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("site texts")
        verbose_name_plural = _("site texts")

    def __str__(self) -> str:
        return self.site_name

    @cached_property
    def menu(self) -> list[dict[str, Any]]:
        """The navigation: label and address of each link that leads somewhere."""
        return _entries(self.navigation)

    @cached_property
    def starting_points(self) -> list[dict[str, Any]]:
        """The places to start in the search: label and address of each link that leads somewhere."""
        return _entries(self.search_links) or self.menu

    @cached_property
    def footer_menu(self) -> list[dict[str, Any]]:
        """The footer's links: label and address of each that leads somewhere."""
        return _entries(self.footer_links)

    @cached_property
    def contact_url(self) -> str:
        """The address of the contact page in the reader's language; empty when none is chosen."""
        return str(self.contact_page.localized.url or "") if self.contact_page else ""


def _entries(links: Any) -> list[dict[str, Any]]:
    values = [link.value for link in links]
    here = _in_the_readers_language([value["page"] for value in values if value.get("page")])
    entries = [_entry(value, here) for value in values]
    return [entry for entry in entries if entry["url"]]


def _entry(value: Any, here: dict[Any, Page]) -> dict[str, Any]:
    page = value.get("page")
    if page is None:
        return {"label": value.words, "url": value.url}
    page = here.get(page.translation_key, page)
    return {"label": value.get("label") or page.title, "url": str(page.url or "")}


def _in_the_readers_language(pages: list[Page]) -> dict[Any, Page]:
    """Return the live versions of `pages` in the active language by translation key; one query for all."""
    keys = [page.translation_key for page in pages]
    found = Page.objects.live().filter(translation_key__in=keys, locale__language_code=get_language())
    return {page.translation_key: page for page in found.select_related("locale")}
