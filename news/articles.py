"""The article: what happened, who says so, and what of the site it concerns."""

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
    MultiFieldPanel,
    MultipleChooserPanel,
    Panel,
)
from wagtail.fields import StreamField
from wagtail.models import Orderable, PageManager
from wagtail_localize.fields import SynchronizedField

from designcity.blocks import BODY
from designcity.blocks.links import Download
from designcity.dated import DatedQuerySet
from designcity.illustrated import IllustratedPage
from designcity.naming import CampaignLink, InstitutionLink, NamingQuerySet
from designcity.pages import BasePage
from designcity.structured import Description, described, known
from designcity.terms import in_each_language, linked_keys
from designcity.times import for_machines
from news.terms import Tag
from provenance.sources.models import Source


class SourceKind(models.TextChoices):
    """Whether a piece is the site's own work or somebody else's."""

    ORIGINAL = "original", _("Original")
    REPOST = "repost", _("Reposted")


class ArticleQuerySet(NamingQuerySet, DatedQuerySet):
    """The vocabulary of articles."""

    DATE = "display_date"
    NAMED = ("article_institutions__institution", "article_campaigns__campaign")

    def in_category(self, slug: str) -> Self:
        """Keep the articles of one category, by the category's address."""
        return self.filter(category__slug=slug)

    def from_source(self, slug: str) -> Self:
        """Keep the articles that come from one source, by the source's address."""
        return self.filter(source__slug=slug)

    def tagged(self, slug: str) -> Self:
        """Keep the articles with one tag, by the tag's address."""
        return self.filter(article_tags__tag__slug=slug)


class ArticlePage(IllustratedPage):
    """One piece of news with its source."""

    INSTITUTION_LINKS = "article_institutions"
    CAMPAIGN_LINKS = "article_campaigns"
    kind = "news"
    card_relations = ("category", "source", *IllustratedPage.card_relations)
    parent_page_types: ClassVar[list[str]] = ["news.NewsIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "news/article_page.html"
    page_description = _("One piece of news, with its source.")

    display_date = models.DateField(
        _("date"),
        default=timezone.localdate,
        help_text=_("The date that readers see, because lists are in its order."),
    )
    category = models.ForeignKey(
        "news.Category",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("category"),
        help_text=_("The section of the news under which readers look for the piece."),
    )
    body = StreamField(BODY, verbose_name=_("text"), blank=True)
    source_kind = models.CharField(
        _("origin"),
        max_length=10,
        choices=SourceKind.choices,
        default=SourceKind.ORIGINAL,
        help_text=_("Reposted pieces name their source, because the law and readers ask for it."),
    )
    source = models.ForeignKey(
        "provenance.Source",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("source"),
        help_text=_("Who the piece comes from: its name stands beside it."),
    )
    source_url = models.URLField(
        _("address of the source"),
        max_length=500,
        blank=True,
        help_text=_("Where the piece was first published, so that readers can check it."),
    )
    author = models.CharField(
        _("author"), max_length=120, blank=True, help_text=_("Who wrote the piece, as readers should see it.")
    )
    editor = models.CharField(
        _("editor"), max_length=120, blank=True, help_text=_("Who answers for the piece in the office.")
    )
    attachments = StreamField(
        [("file", Download())],
        verbose_name=_("attachments"),
        blank=True,
        help_text=_("Files that readers need beside the text; the search finds what stands in them."),
    )

    objects = PageManager.from_queryset(ArticleQuerySet)()

    content_panels: ClassVar[list[Panel]] = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("display_date"), FieldPanel("category")]),
        *IllustratedPage.picture_panels,
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldPanel("source_kind"),
                FieldPanel("source"),
                FieldPanel("source_url"),
                FieldRowPanel([FieldPanel("author"), FieldPanel("editor")]),
            ],
            heading=_("Source and credit"),
        ),
        MultipleChooserPanel("article_tags", label=_("Tags"), chooser_field_name="tag"),
        MultipleChooserPanel(
            "article_institutions", label=_("Institutions it names"), chooser_field_name="institution"
        ),
        MultipleChooserPanel("article_campaigns", label=_("Campaigns it names"), chooser_field_name="campaign"),
        FieldPanel("attachments"),
    ]
    override_translatable_fields: ClassVar[list[SynchronizedField]] = [SynchronizedField("display_date")]

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")

    @property
    def date(self) -> datetime.date:
        """The date that readers see."""
        return self.display_date

    @property
    def is_repost(self) -> bool:
        """Whether the piece is somebody else's work."""
        return self.source_kind == SourceKind.REPOST

    @cached_property
    def shown_source(self) -> Source | None:
        """Who the piece comes from, in the language of the page where it has a name there."""
        return self.source.in_language_of(self) if self.source else None

    @property
    def by_whom(self) -> str:
        """Who the piece comes from, else who wrote it."""
        return str(self.shown_source or self.author)

    @cached_property
    def tags(self) -> list[Tag]:
        """The tags in the language of the page; one query."""
        keys = [link.tag.translation_key for link in self.article_tags.select_related("tag")]
        return list(Tag.objects.in_locale(self.locale).filter(translation_key__in=keys))

    def searchable_terms(self) -> list[str]:
        """Return what the article is filed under and where it comes from."""
        filed = [self.category, *self.tags]
        return [str(self.shown_source or ""), self.author, *(str(term or "") for term in filed)]

    def search_facets(self) -> dict[str, Any]:
        """Return the category and the institutions it names."""
        return super().search_facets() | {"category": self.category.slug if self.category else None}

    def structured_data(self) -> Description:
        """Return who wrote it, when, and whom it comes from; a repost names what it is a copy of."""
        changed = self.last_published_at
        party = self.shown_source.described() if self.shown_source else None
        original = known({"url": self.source_url, "publisher": party}) if self.is_repost else {}
        return described(
            self,
            "NewsArticle",
            headline=self.title,
            datePublished=self.display_date.isoformat(),
            dateModified=for_machines(changed) if changed else None,
            author=known({"@type": "Person", "name": self.author}) if self.author else None,
            sourceOrganization=party,
            isBasedOn={"@type": "CreativeWork", **original} if original else None,
        )

    @classmethod
    def prepare_for_search(cls, pages: list[Self]) -> None:
        """Fetch tags and sources, in the language of each page, and institutions for all pages at once."""
        super().prepare_for_search(pages)
        models.prefetch_related_objects(pages, "source")
        tags = linked_keys(ArticleTag.objects.all(), pages, "tag__translation_key")
        names = in_each_language(Tag.objects.all(), tags)
        for page in pages:
            of_page = [(key, page.locale_id) for key in tags[page.pk]]
            page.tags = [names[key] for key in of_page if key in names]


class ArticleTag(Orderable):
    """A tag on an article."""

    page = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="article_tags")
    tag = models.ForeignKey("news.Tag", on_delete=models.CASCADE, related_name="+", verbose_name=_("tag"))

    class Meta(Orderable.Meta):
        verbose_name = _("tag of an article")


class ArticleInstitution(InstitutionLink):
    """An institution that an article names."""

    page = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="article_institutions")

    class Meta(Orderable.Meta):
        verbose_name = _("institution that an article names")


class ArticleCampaign(CampaignLink):
    """A campaign that an article names."""

    page = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="article_campaigns")

    class Meta(Orderable.Meta):
        verbose_name = _("campaign that an article names")
