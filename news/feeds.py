"""The Atom feed of the news."""

import datetime
from typing import TYPE_CHECKING, Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed

from news.articles import ArticlePage

if TYPE_CHECKING:
    from news.index import NewsIndexPage


class ArticleFeed(Feed):
    """The newest twenty articles of one index, in its language."""

    feed_type = Atom1Feed
    SIZE = 20

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> "NewsIndexPage":
        return kwargs["index"]

    def title(self, index: "NewsIndexPage") -> str:
        return index.title

    def link(self, index: "NewsIndexPage") -> str:
        return index.full_url

    def subtitle(self, index: "NewsIndexPage") -> str:
        return index.summary

    def items(self, index: "NewsIndexPage") -> list[ArticlePage]:
        return list(index.articles()[: self.SIZE])

    def item_title(self, item: ArticlePage) -> str:
        return item.title

    def item_link(self, item: ArticlePage) -> str:
        return item.full_url

    def item_description(self, item: ArticlePage) -> str:
        return item.summary

    def item_pubdate(self, item: ArticlePage) -> datetime.datetime:
        return timezone.make_aware(datetime.datetime.combine(item.display_date, datetime.time()))

    def item_updateddate(self, item: ArticlePage) -> datetime.datetime | None:
        return item.last_published_at

    def item_author_name(self, item: ArticlePage) -> str:
        return item.source_name or item.author
