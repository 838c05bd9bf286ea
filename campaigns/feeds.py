"""The Atom feed of the city's milestones."""

import datetime
from typing import TYPE_CHECKING, Any

from designcity.feeds import IndexFeed
from designcity.times import midnight_before

if TYPE_CHECKING:
    from campaigns.milestones import Entry, MilestonesPage


class MilestoneFeed(IndexFeed):
    """The latest milestones of one page; each entry leads to its place on the timeline."""

    def get_object(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        self.address = kwargs["index"].full_url
        return kwargs["index"]

    def entries(self, index: "MilestonesPage") -> "list[Entry]":
        return index.entries[::-1]

    def item_title(self, item: "Entry") -> str:
        return str(item.milestone["title"])

    def item_link(self, item: "Entry") -> str:
        return f"{self.address}#{item.anchor}"

    def item_description(self, item: "Entry") -> str:
        return str(item.milestone["text"])

    def item_pubdate(self, item: "Entry") -> datetime.datetime:
        return midnight_before(item.milestone["date"])

    def item_updateddate(self, item: "Entry") -> datetime.datetime:
        # Atom asks for it, and the entries of a page have no date of their own.
        return self.item_pubdate(item)
