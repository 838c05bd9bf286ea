"""What the lists of the search desk are narrowed by."""

from typing import Any

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from search.editors.languages import languages
from search.models import MissedSearch, PromotedResult, SearchCount, SynonymGroup
from search.models.log import SearchCountQuerySet

PERIODS = [("7", _("The last 7 days")), ("28", _("The last 28 days")), ("90", _("The last 90 days"))]
USUAL_PERIOD = "28"
OPEN, DONE = "open", "done"


def _choice(label: Any, choices: list[tuple[str, Any]], initial: str, **options: Any) -> Any:
    """Return a filter of which one choice always holds."""
    return django_filters.ChoiceFilter(
        label=label, choices=choices, initial=initial, empty_label=None, widget=forms.RadioSelect, **options
    )


class SteadyFilterSet(WagtailFilterSet):
    """Filters that always have a value: the first time, and for nonsense in the address, the usual one."""

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(_completed(self.base_filters, data), *args, **kwargs)

    def chosen(self, name: str) -> tuple[str, Any]:
        """Return the chosen value of a filter and its label."""
        value = self.form.cleaned_data[name] if self.form.is_valid() else self.filters[name].extra["initial"]
        return value, dict(self.filters[name].extra["choices"])[value]


def _completed(filters: dict[str, Any], data: Any) -> dict[str, Any]:
    """Return the values of the filters, each among its choices."""
    given = {name: (data or {}).get(name) for name in filters}
    allowed = {name: dict(one.extra["choices"]) for name, one in filters.items()}
    return {
        name: value if value in allowed[name] else filters[name].extra["initial"]
        for name, value in given.items()
    }


class SearchesFilterSet(SteadyFilterSet):
    """By language and by the days that count."""

    language = _choice(_("Language"), languages(), languages()[0][0], field_name="language_code")
    period = _choice(_("Period"), PERIODS, USUAL_PERIOD, method="within")

    class Meta:
        model = SearchCount
        fields: list[str] = []

    def within(self, searches: SearchCountQuerySet, name: str, value: str) -> SearchCountQuerySet:
        """Keep the searches of the last days."""
        return searches.of_last(int(value))


class MissedFilterSet(SteadyFilterSet):
    """By language, and by whether somebody has dealt with it."""

    language = _choice(_("Language"), [("all", _("Every language")), *languages()], "all", method="in_language")
    state = _choice(
        _("State"), [(OPEN, _("To be dealt with")), (DONE, _("Dealt with"))], OPEN, method="in_state"
    )

    class Meta:
        model = MissedSearch
        fields: list[str] = []

    def in_language(self, messages: QuerySet, name: str, value: str) -> QuerySet:
        """Keep the messages from the site in one language, or all."""
        return messages if value == "all" else messages.filter(language_code=value)

    def in_state(self, messages: QuerySet, name: str, value: str) -> QuerySet:
        """Keep what is to be dealt with, or what was."""
        return messages.filter(is_done=value == DONE)


class PromotedFilterSet(WagtailFilterSet):
    """By language."""

    language_code = django_filters.ChoiceFilter(
        label=_("Language"), choices=languages(), empty_label=_("Every language"), widget=forms.RadioSelect
    )

    class Meta:
        model = PromotedResult
        fields: list[str] = []


class SynonymFilterSet(WagtailFilterSet):
    """By the language in which a group counts."""

    language_code = django_filters.ChoiceFilter(
        label=_("Counts in"),
        choices=languages(),
        empty_label=_("Every language"),
        widget=forms.RadioSelect,
        method="counting_in",
    )

    class Meta:
        model = SynonymGroup
        fields: list[str] = []

    def counting_in(self, groups: QuerySet, name: str, value: str) -> QuerySet:
        """Keep the groups of a language, and those of every language, which count there too."""
        return groups.filter(Q(language_code=value) | Q(language_code=""))
