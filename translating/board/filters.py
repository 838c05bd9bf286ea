"""By what the board is narrowed."""

from typing import Any, ClassVar

import django_filters
from django.contrib.auth import get_user_model
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Locale

from translating.assignments.models import Assignment
from translating.board.models import TranslationStatus
from translating.board.rows import section_titles
from translating.board.states import State


class Part(models.TextChoices):
    """What stands in no section."""

    HOME = "home", _("Home page")
    RECORDS = "records", _("Terms and texts")


class Who(models.TextChoices):
    """Whose work is listed, besides that of each person."""

    MINE = "mine", _("Mine")
    NOBODYS = "nobodys", _("Nobody’s")


class Due(models.TextChoices):
    """How urgent the listed work is."""

    OVERDUE = "overdue", pgettext_lazy("of translations", "Overdue")


def parts(titles: dict[int, str]) -> list[tuple[str, Any]]:
    """Return the sections of the site, and what stands beside them."""
    sections = [(str(pk), title) for pk, title in titles.items()]
    return [(Part.HOME.value, Part.HOME.label), *sections, (Part.RECORDS.value, Part.RECORDS.label)]


class StatusFilters(WagtailFilterSet):
    """By language, section, state, person and date."""

    locale = django_filters.ModelChoiceFilter(label=_("Language"), queryset=Locale.objects.order_by("pk"))
    section = django_filters.ChoiceFilter(
        label=pgettext_lazy("of the site", "Section"),
        choices=lambda: parts(section_titles()),
        method="in_section",
    )
    state = django_filters.MultipleChoiceFilter(label=_("State"), choices=State.choices)
    who = django_filters.ChoiceFilter(label=_("Who has it"), choices=Who.choices, method="by_person")
    due = django_filters.ChoiceFilter(
        label=pgettext_lazy("of translations", "Due"), choices=Due.choices, method="by_date"
    )

    class Meta:
        model = TranslationStatus
        fields: ClassVar[list[str]] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        have_some = Assignment.objects.values("person")
        people = get_user_model()._default_manager.filter(pk__in=have_some).order_by("pk")
        named = [(str(user.pk), get_user_display_name(user)) for user in people]
        self.filters["who"].extra["choices"] = [*Who.choices, *named]

    def in_section(self, found: Any, name: str, value: str) -> Any:
        """Keep what stands in a section, is a home page or a record."""
        if value in Part:
            return found.filter(is_page=value == Part.HOME, section_id__isnull=True)
        return found.filter(section_id=int(value))

    def by_person(self, found: Any, name: str, value: str) -> Any:
        """Keep what is the user's, nobody's, or one person's."""
        if value == Who.NOBODYS:
            return found.unfinished().nobodys()
        return found.of(self.request.user if value == Who.MINE else int(value))

    def by_date(self, found: Any, name: str, value: str) -> Any:
        """Keep what should have been done."""
        return found.overdue()
