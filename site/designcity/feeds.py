"""What the Atom feeds of all lists of pages have in common."""

import datetime
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.utils.feedgenerator import Atom1Feed

from designcity.pages import BasePage


class PageFeed(Feed):
    """The latest twenty pages of one list, in its language; what the feed is of comes as `index`."""

    feed_type = Atom1Feed
    SIZE: ClassVar[int] = 20

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        return kwargs["index"]

    def title(self, index: BasePage) -> str:
        return index.title

    def link(self, index: BasePage) -> str:
        return index.full_url

    def subtitle(self, index: BasePage) -> str:
        return index.summary

    def author_name(self, index: BasePage) -> str:
        site = index.get_site()
        return (site and site.site_name) or settings.WAGTAIL_SITE_NAME

    def item_title(self, item: BasePage) -> str:
        return item.title

    def item_link(self, item: BasePage) -> str:
        return item.full_url

    def item_description(self, item: BasePage) -> str:
        return item.summary

    def item_updateddate(self, item: BasePage) -> datetime.datetime | None:
        return item.last_published_at
