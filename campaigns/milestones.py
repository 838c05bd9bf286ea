"""The milestones of the city: a timeline of what happened, by year."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, Panel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.models import Page

from campaigns.blocks import CityMilestone, MilestoneValue
from campaigns.feeds import MilestoneFeed
from designcity.blocks import BODY
from designcity.pages import BasePage, in_locale


@dataclass(frozen=True)
class Entry:
    """A milestone as readers see it: `page` says more of it, in their language."""

    milestone: MilestoneValue
    anchor: str
    page: Page | None = None

    @property
    def year(self) -> int:
        """The year under which it stands."""
        return int(self.milestone["date"].year)


class MilestonesPage(RoutablePageMixin, BasePage):
    """What happened in the city, from its first milestone to the latest."""

    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    max_count_per_parent = 1
    template = "campaigns/milestones_page.html"
    page_description = _("A timeline of what happened in the city.")

    body = StreamField(BODY, verbose_name=_("text"), blank=True)
    milestones = StreamField(
        [("milestone", CityMilestone())],
        verbose_name=_("milestones"),
        blank=True,
        help_text=_("In any order: readers see them by their dates."),
    )

    content_panels: ClassVar[list[Panel]] = [
        *BasePage.content_panels,
        FieldPanel("milestones"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("milestones of the city")
        verbose_name_plural = _("milestones of cities")

    @cached_property
    def entries(self) -> list[Entry]:
        """The milestones by their dates, the first one first; those of one date in the editors' order."""
        milestones = sorted(self.milestones, key=lambda block: block.value["date"])
        chosen = [block.value["page"] for block in milestones if block.value["page"]]
        pages = {page.translation_key: page for page in in_locale(chosen, self.locale)}
        return [
            Entry(block.value, _anchor(block), pages.get(_key_of(block.value["page"]))) for block in milestones
        ]

    def leading_to(self, page: Page) -> list[Entry]:
        """Return the milestones that lead to a page, the latest first, each with this timeline as its page.

        One query, however many milestones there are: only those are read, and without what stands beside them.
        """
        versions = Page.objects.filter(translation_key=page.translation_key).values_list("pk", flat=True)
        keys = set(versions)
        rows = [
            row | {"value": row["value"] | {"page": None, "image": None}}
            for row in self.milestones.raw_data
            if row["value"].get("page") in keys
        ]
        found = self.milestones.stream_block.to_python(rows)
        latest_first = sorted(found, key=lambda block: block.value["date"], reverse=True)
        return [Entry(block.value, _anchor(block), self) for block in latest_first]

    @cached_property
    def years(self) -> list[tuple[int, list[Entry]]]:
        """The years with their milestones, with the pictures at the sizes in which they are shown."""
        images = [entry.milestone["image"] for entry in self.entries if entry.milestone["image"]]
        models.prefetch_related_objects(images, "renditions")
        return [(year, list(entries)) for year, entries in groupby(self.entries, key=lambda one: one.year)]

    @path("feed/")
    def feed(self, request: HttpRequest) -> HttpResponse:
        """Answer with the latest milestones as an Atom feed."""
        return MilestoneFeed()(request, index=self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return context | {"feed_url": self.address_below(request, "feed/")}


def _anchor(block: Any) -> str:
    return f"milestone-{str(block.id)[:8]}"


def _key_of(page: Page | None) -> Any:
    return page.translation_key if page else None
