"""The block of a map, drawn by the site itself."""

from dataclasses import dataclass
from itertools import groupby

from django.apps import apps
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.models import Page

from designcity.blocks.cards import CARDS, institutions_of, term_chooser
from designcity.drawn_map.drawing import Drawing, Place, drawing
from designcity.pages import current_locale

MOST = 60
"""How many places a map can show and still be read."""


@dataclass(frozen=True)
class Spot:
    """A numbered place on the map: its page, and where it stands in percent of width and height."""

    number: int
    page: Page
    x: float
    y: float


class InstitutionMapValue(blocks.StructValue):
    """The institutions of the rule that have a position, in the reader's language, and their map."""

    @cached_property
    def institutions(self) -> list[Page]:
        """The institutions to show, by district and name; two queries and one for their districts."""
        readable = apps.get_model("institutions.InstitutionPage").objects.readable().with_position()
        found = institutions_of(readable.filter(locale=current_locale()), self).by_district()
        return list(found.select_related("locale", "district")[:MOST])

    @cached_property
    def drawing(self) -> Drawing:
        """The map; only asked for when there is an institution."""
        return drawing(
            tuple(
                Place(float(page.latitude), float(page.longitude), page.district.name if page.district else "")
                for page in self.institutions
            )
        )

    @cached_property
    def spots(self) -> list[Spot]:
        """The institutions with their numbers and places."""
        numbered = enumerate(zip(self.institutions, self.drawing.places, strict=True), 1)
        return [Spot(number, page, x, y) for number, (page, (x, y)) in numbered]

    @property
    def by_district(self) -> list[tuple[str, list[Spot]]]:
        """The numbered places under the names of their districts; an empty name at the end."""
        groups = groupby(self.spots, key=lambda spot: spot.page.district.name if spot.page.district else "")
        return [(name, list(spots)) for name, spots in groups]


class InstitutionMap(blocks.StructBlock):
    """Where the institutions of the directory are."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    kind = term_chooser("institutions.InstitutionKind", _("Only of this kind"))
    field = term_chooser("institutions.Field", _("Only in this field of design"))
    district = term_chooser("institutions.District", _("Only in this district"))

    class Meta:
        icon = "site"
        group = CARDS
        label = _("Map of institutions")
        value_class = InstitutionMapValue
        template = "blocks/institution_map.html"
        preview_template = "blocks/previews/institution_map.html"
        description = _("Where institutions are, drawn from their positions; no map service learns who reads.")
