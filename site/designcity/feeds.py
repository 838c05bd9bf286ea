"""Atom feeds of the site's indexes: what they share, whatever their entries are."""

import datetime
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.utils.feedgenerator import Atom1Feed

from designcity.pages import BasePage
from designcity.site_texts import SiteTexts
from designcity.times import midnight_before


class IndexFeed(Feed):
    """The first twenty entries of one index page, in its language.

    A subclass says by `entries()` what they are. An index answers with it from a routable sub-path:
    `ArticleFeed()(request, index=self)`.
    """

    feed_type = Atom1Feed
    SIZE = 20

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        return kwargs["index"]

    def title(self, index: BasePage) -> str:
        return index.title

    def link(self, index: BasePage) -> str:
        return index.full_url

    def subtitle(self, index: BasePage) -> str:
        return index.summary

    def author_name(self, index: BasePage) -> str:
        texts = SiteTexts.objects.for_locale(index.locale).first()
        return texts.site_name if texts else str(settings.WAGTAIL_SITE_NAME)

    def entries(self, index: Any) -> Sequence[Any]:
        """Return what the index lists, the newest first; a queryset is asked for no more than is shown."""
        raise NotImplementedError

    def items(self, index: Any) -> list[Any]:
        return list(self.entries(index)[: self.SIZE])


class PageFeed(IndexFeed):
    """A feed whose entries are pages, dated by the day that readers see."""

    def item_title(self, item: Any) -> str:
        return str(item.title)

    def item_link(self, item: BasePage) -> str:
        return item.full_url

    def item_description(self, item: Any) -> str:
        return str(item.summary)

    def item_author_name(self, item: BasePage) -> str | None:
        # An author without a name is no valid Atom.
        return item.by_whom or None

    def item_pubdate(self, item: BasePage) -> datetime.datetime | None:
        return midnight_before(item.date) if item.date else item.first_published_at

    def item_updateddate(self, item: BasePage) -> datetime.datetime | None:
        return item.last_published_at
