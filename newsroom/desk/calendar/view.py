"""The calendar of what is published and planned: a month as a grid, or all of one day as a list."""

import datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import get_page_models

from designcity.pages import BasePage
from designcity.times import today
from newsroom.desk.calendar.entries import Day, EntryState, Wanted, entries_of
from newsroom.desk.calendar.months import Days, Month, day_named, month_named, this_month
from newsroom.desk.seen import works_with_pages

MOST_A_DAY = 4
"""So many entries of a day stand in the grid; the rest is a click away."""
MOST_IN_A_LIST = 200


class Calendar(WagtailAdminTemplateMixin, TemplateView):
    """What is published and planned, narrowed by language, page type and state; bad input narrows nothing."""

    template_name = "newsroom/desk/calendar.html"
    page_title = _("Calendar")
    header_icon = "calendar-alt"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not works_with_pages(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[Any]:
        return []

    @cached_property
    def day(self) -> datetime.date | None:
        """The day whose list is asked for."""
        return day_named(self.request.GET.get("day", ""))

    @cached_property
    def month(self) -> Month:
        """The month that is shown."""
        if self.day is not None:
            return Month(self.day.year, self.day.month)
        return month_named(self.request.GET.get("month", ""))

    @cached_property
    def choices(self) -> dict[str, list[tuple[str, Any]]]:
        """What each of the filters can be set to."""
        types = [model for model in get_page_models() if issubclass(model, BasePage)]
        named = [(model._meta.label_lower, capfirst(model._meta.verbose_name)) for model in types]
        return {
            "language": list(settings.LANGUAGES),
            "page_type": sorted(named, key=lambda choice: str(choice[1])),
            "state": list(EntryState.choices),
        }

    @cached_property
    def wanted(self) -> Wanted:
        """What the filters are set to."""
        given = {name: self.request.GET.get(name, "") for name in self.choices}
        return Wanted(**{name: text for name, text in given.items() if text in dict(self.choices[name])})

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        shown = self._list() if self.day else self._grid()
        return (
            context
            | shown
            | {
                "month": self.month,
                "months": self.month.around(),
                "today": today(),
                "this_month": this_month(),
                "filters": self._filters(),
                "time_zone": f"{timezone.localtime(timezone=timezone.get_default_timezone()):%z}",
            }
        )

    def _grid(self) -> dict[str, Any]:
        weeks = self.month.weeks()
        found = entries_of(self.request.user, Days(weeks[0][0], weeks[-1][-1]), self.wanted, MOST_A_DAY)
        return {
            "weekdays": list(WEEKDAYS.values()),
            "weeks": [[found.get(date) or Day(date, [], 0) for date in week] for week in weeks],
            "is_empty": not any(date.month == self.month.number for date in found),
        }

    def _list(self) -> dict[str, Any]:
        day: Any = self.day
        found = entries_of(self.request.user, Days(day, day), self.wanted, MOST_IN_A_LIST)
        return {"day": found.get(day) or Day(day, [], 0)}

    def _filters(self) -> list[dict[str, Any]]:
        labels = {"language": _("Language"), "page_type": _("Page type"), "state": _("State")}
        everything = {"language": _("All languages"), "page_type": _("All types"), "state": _("All states")}
        return [
            {
                "name": name,
                "label": labels[name],
                "chosen": getattr(self.wanted, name),
                "choices": [("", everything[name]), *choices],
            }
            for name, choices in self.choices.items()
        ]
