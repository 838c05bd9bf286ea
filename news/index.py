"""The index of news: filters by category, tag, source and year, numbered pages, a feed."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, Panel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from designcity.dated import asked_year
from designcity.pages import BasePage
from designcity.pagination import paginated
from news.articles import ArticlePage, ArticleQuerySet
from news.feeds import ArticleFeed
from news.terms import Category, Tag
from provenance.sources.models import Source


class NewsIndexPage(RoutablePageMixin, BasePage):
    """The list of all articles under it."""

    PER_PAGE = 12
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["news.ArticlePage"]
    max_count_per_parent = 1
    template = "news/news_index_page.html"
    page_description = _("The list of all news, by date.")

    default_category = models.ForeignKey(
        "news.Category",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("category of new articles"),
        help_text=_("New articles start with it, so that nobody chooses it again each time."),
    )

    content_panels: ClassVar[list[Panel]] = [*BasePage.content_panels, FieldPanel("default_category")]

    class Meta:
        verbose_name = _("news index")
        verbose_name_plural = _("news indexes")

    def articles(self) -> ArticleQuerySet:
        """Return the readable articles under this index, newest first."""
        return ArticlePage.objects.child_of(self).readable().newest_first().for_cards()

    def filtered(self, params: dict[str, Any]) -> ArticleQuerySet:
        """Return the articles that the filters `category`, `tag`, `source` and `year` (texts) let through."""
        articles = self.articles()
        if params.get("category"):
            articles = articles.in_category(params["category"])
        if params.get("source"):
            articles = articles.from_source(params["source"])
        if params.get("tag"):
            articles = articles.tagged(params["tag"])
        if year := asked_year(params.get("year")):
            articles = articles.of_year(year)
        return articles

    def years(self) -> list[int]:
        """Return the years in which there are articles, latest first."""
        return ArticlePage.objects.child_of(self).readable().years()

    @path("feed/")
    def feed(self, request: HttpRequest) -> HttpResponse:
        """Answer with the newest articles as an Atom feed."""
        return ArticleFeed()(request, index=self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        params = {name: request.GET.get(name, "") for name in ("category", "tag", "source", "year")}
        return context | {
            "articles": paginated(request, self.filtered(params), self.PER_PAGE),
            "categories": Category.objects.in_locale(self.locale),
            "tag": Tag.objects.in_locale(self.locale).filter(slug=params["tag"]).first(),
            "source": Source.objects.in_locale(self.locale).filter(slug=params["source"]).first(),
            "years": self.years(),
            "chosen": params,
            "feed_url": self.address_below(request, "feed/"),
        }
