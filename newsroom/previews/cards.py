"""The page's card at the widths at which it appears."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from designcity.pages import BasePage


@dataclass(frozen=True)
class Place:
    """Where cards of a kind of page appear: the list's shape, and how wide one card is there."""

    label: Any
    shape: str
    width: str


@dataclass(frozen=True)
class Stage:
    """Where one page of a kind stands alone on the home page; `name` is what its template calls the page."""

    label: Any
    template: str
    name: str

    def with_page(self, page: BasePage, request: HttpRequest) -> SafeString:
        """Return the section of the home page with the page in it; its template calls its values `self`."""
        return render_to_string(self.template, {"self": {self.name: page}}, request)


GRID = Place(_("In a grid, as in lists of news"), "grid", "narrow")
WIDE = Place(_("In a wide grid"), "wide", "wide")
ROWS = Place(_("In rows, as in the directory"), "rows", "wide")
PHONE = Place(_("On a telephone"), "grid", "phone")
LEAD = Stage(_("Lead story of the home page"), "home/blocks/lead_story.html", "article")
FOCUS = Stage(_("Campaign in focus on the home page"), "home/blocks/campaign_focus.html", "campaign")

PLACES: dict[str, tuple[Place, ...]] = {
    "news": (GRID, WIDE, PHONE),
    "institution": (ROWS, PHONE),
    "campaign": (WIDE, GRID, PHONE),
}
STAGES: dict[str, tuple[Stage, ...]] = {"news": (LEAD,), "campaign": (FOCUS,)}


def show(request: HttpRequest, page: BasePage) -> HttpResponse:
    """Answer with the page's card in each place, and with the page alone where it may stand alone."""
    stages = STAGES.get(page.kind, ()) if page.date is not None else ()
    context = {
        "page": page,
        "places": PLACES.get(page.kind, (GRID, PHONE)),
        "stages": [(stage.label, stage.with_page(page, request)) for stage in stages],
    }
    return TemplateResponse(request, "newsroom/previews/card.html", context)
