"""The index of calls for entries: the open ones first, then those to come, then the closed ones."""

from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from designcity.pages import BasePage
from designcity.pagination import paginated
from events.call import CallPage, CallQuerySet, CallState
from events.feeds import CallFeed
from events.occasions import grouped


class CallIndexPage(RoutablePageMixin, BasePage):
    """The list of all calls under it."""

    PER_PAGE = 12
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["events.CallPage"]
    max_count_per_parent = 1
    template = "events/call_index_page.html"
    page_description = _("The list of all calls for entries, the open ones first.")

    content_panels: ClassVar[list[Panel]] = [*BasePage.content_panels]

    class Meta:
        verbose_name = _("index of calls for entries")
        verbose_name_plural = _("indexes of calls for entries")

    def calls(self) -> CallQuerySet:
        """Return the readable calls under this index."""
        return CallPage.objects.child_of(self).readable().for_cards()

    def filtered(self, state: str) -> CallQuerySet:
        """Return the calls in one state, or all where there is no such state."""
        calls = self.calls().current_first()
        ways = {CallState.OPEN: calls.open, CallState.COMING: calls.coming, CallState.CLOSED: calls.closed}
        return ways[CallState(state)]() if state in CallState.values else calls

    @path("feed/")
    def feed(self, request: HttpRequest) -> HttpResponse:
        """Answer with the calls that are not closed as an Atom feed."""
        return CallFeed()(request, index=self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        state = request.GET.get("state", "")
        listing = paginated(request, self.filtered(state), self.PER_PAGE)
        return context | {
            "calls": listing,
            "groups": grouped(listing),
            "choices": CallState.choices,
            "chosen": {"state": state},
            "feed_url": self.address_below(request, "feed/"),
        }
