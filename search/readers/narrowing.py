"""The facets as the results page shows them: their values with names, counts and addresses."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from designcity.pages import current_locale
from institutions.models import District, InstitutionPage
from news.models import Category
from search.asking.facets import Chosen
from search.asking.results import Kind

_SLUG = re.compile(r"[a-z0-9][a-z0-9_-]{0,119}")
_KEY = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_YEAR = re.compile(r"(19|20)[0-9]{2}")
MOST_SHOWN = 8
"""So many values of a facet are shown at once; the others are folded."""


@dataclass(frozen=True)
class Value:
    """One value of a facet."""

    value: str
    label: str
    count: int
    is_chosen: bool
    address: str


@dataclass(frozen=True)
class Facet:
    """One way to narrow the results."""

    name: str
    label: str
    values: list[Value]
    """The values, behind one that stands for all of them."""

    @property
    def chosen(self) -> Value | None:
        """The value that results are narrowed to."""
        return next((value for value in self.values if value.is_chosen and value.value), None)

    @property
    def shown(self) -> list[Value]:
        """The first values; the one that stands for all of them only where there is something to undo."""
        return self.values[0 if self.chosen else 1 : MOST_SHOWN + 1]

    @property
    def folded(self) -> list[Value]:
        """The values beyond those shown at once."""
        return self.values[MOST_SHOWN + 1 :]

    @property
    def is_unfolded(self) -> bool:
        """Whether the chosen value would be out of sight."""
        return self.chosen in self.folded


def chosen_in(params: QueryDict) -> Chosen:
    """Read the choices from an address; what cannot be a value counts as none."""
    kind = params.get("kind", "")
    return Chosen(
        kind=kind if kind in Kind.values else "",
        category=_matching(_SLUG, params.get("category", "")),
        year=_matching(_YEAR, params.get("year", "")),
        institution=_matching(_KEY, params.get("institution", "")),
        district=_matching(_SLUG, params.get("district", "")),
        sort="date" if params.get("sort") == "date" else "",
    )


def facets(params: QueryDict, chosen: Chosen, counts: dict[str, dict[str, int]]) -> list[Facet]:
    """Return the facets that have something to choose, each with its values by name or number."""
    made = [_facet(name, params, chosen, counts.get(name, {})) for name in _LABELS]
    return [facet for facet in made if len(facet.values) > 2 or facet.chosen]


def address(params: QueryDict, **changes: str) -> str:
    """Return the query string with some parameters changed, from the first page on; empty ones go."""
    changed = params.copy()
    for name, value in ({"page": "", "missed": ""} | changes).items():
        changed.pop(name, None)
        if value:
            changed[name] = value
    return f"?{changed.urlencode()}"


def _facet(name: str, params: QueryDict, chosen: Chosen, counts: dict[str, int]) -> Facet:
    now = getattr(chosen, name)
    if now:
        counts = {now: 0} | counts
    names = _NAMES[name](list(counts))
    rows = [(value, names[value], counts[value]) for value in names if value in counts]
    if name == "institution":
        rows.sort(key=lambda row: -row[2])
    values = [
        Value(value, label, count, value == now, address(params, **{name: "" if value == now else value}))
        for value, label, count in rows
    ]
    everything = Value("", str(_("All")), 0, not now, address(params, **{name: ""}))
    return Facet(name, str(_LABELS[name]), [everything, *values])


def _kinds(values: list[str]) -> dict[str, str]:
    return {kind.value: str(kind.label) for kind in Kind if kind.value in values}


def _years(values: list[str]) -> dict[str, str]:
    return {value: value for value in sorted(values, reverse=True)}


def _terms(model: Any) -> Callable[[list[str]], dict[str, str]]:
    def names(values: list[str]) -> dict[str, str]:
        return dict(
            model.objects.in_locale(current_locale()).filter(slug__in=values).values_list("slug", "name")
        )

    return names


def _institutions(values: list[str]) -> dict[str, str]:
    pages = InstitutionPage.objects.readable().filter(locale=current_locale(), translation_key__in=values)
    found = {str(key): title for key, title in pages.values_list("translation_key", "title")}
    return {value: found[value] for value in values if value in found}


def _matching(pattern: re.Pattern[str], value: str) -> str:
    return value if pattern.fullmatch(value) else ""


_LABELS = {
    "kind": _("Kind"),
    "category": _("Category"),
    "year": _("Year"),
    "institution": _("Institution"),
    "district": _("District"),
}
_NAMES: dict[str, Callable[[list[str]], dict[str, str]]] = {
    "kind": _kinds,
    "category": _terms(Category),
    "year": _years,
    "institution": _institutions,
    "district": _terms(District),
}
