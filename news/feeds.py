"""The Atom feed of the news."""

from typing import TYPE_CHECKING, Any

from designcity.feeds import PageFeed

if TYPE_CHECKING:
    from news.index import NewsIndexPage


class ArticleFeed(PageFeed):
    """The newest articles of one index."""

    def entries(self, index: "NewsIndexPage") -> Any:
        return index.articles()
