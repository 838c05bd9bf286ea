"""The Atom feed of the news."""

import datetime
from typing import TYPE_CHECKING

from django.utils import timezone

from designcity.feeds import PageFeed
from news.articles import ArticlePage

if TYPE_CHECKING:
    from news.index import NewsIndexPage


class ArticleFeed(PageFeed):
    """The newest articles of one index."""

    def items(self, index: "NewsIndexPage") -> list[ArticlePage]:
        return list(index.articles()[: self.SIZE])

    def item_pubdate(self, item: ArticlePage) -> datetime.datetime:
        return timezone.make_aware(datetime.datetime.combine(item.display_date, datetime.time()))

    def item_author_name(self, item: ArticlePage) -> str:
        return item.source_name or item.author
