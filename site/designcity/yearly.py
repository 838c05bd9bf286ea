"""The index of pages by year: newest first, narrowed by year, on numbered pages, with a feed."""

from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from wagtail.admin.panels import Panel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from designcity.dated import DatedQuerySet, asked_year
from designcity.feeds import PageFeed
from designcity.pages import BasePage
from designcity.pagination import paginated


class YearlyIndexPage(RoutablePageMixin, BasePage):
    """The list of all pages of one type under it; a subclass says which by `listed`."""

    PER_PAGE = 24
    listed: ClassVar[type[BasePage]]
    """The type of the pages that are listed; its manager has the vocabulary of `DatedQuerySet`."""

    content_panels: ClassVar[list[Panel]] = [*BasePage.content_panels]

    class Meta:
        abstract = True

    def entries(self) -> Any:
        """Return the readable pages under this index, newest first."""
        return self._readable().newest_first().for_cards()

    def filtered(self, year: str) -> DatedQuerySet:
        """Return the pages that the filter by year (as text) lets through."""
        asked = asked_year(year)
        return self.entries().of_year(asked) if asked else self.entries()

    @path("feed/")
    def feed(self, request: HttpRequest) -> HttpResponse:
        """Answer with the newest pages as an Atom feed."""
        return YearlyFeed()(request, index=self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        chosen = {"year": request.GET.get("year", "")}
        return context | {
            "entries": paginated(request, self.filtered(chosen["year"]), self.PER_PAGE),
            "years": self._readable().years(),
            "chosen": chosen,
            "feed_url": self.address_below(request, "feed/"),
        }

    def _readable(self) -> Any:
        return self.listed.objects.child_of(self).readable()


class YearlyFeed(PageFeed):
    """The newest pages of one index by year."""

    def entries(self, index: YearlyIndexPage) -> Any:
        return index.entries()
