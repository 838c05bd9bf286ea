"""The figures of removal requests in the editors' interface."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from removals.requests.desk.access import ForOfficers
from removals.requests.figures import figures
from removals.requests.kinds import State
from removals.requests.models import RemovalRequest


class FiguresPage(ForOfficers, WagtailAdminTemplateMixin, TemplateView):
    """How many requests, in which state, how fast."""

    template_name = "removals/requests/desk/figures.html"
    page_title = gettext_lazy("Figures of removal requests")
    header_icon = "table"
    _show_breadcrumbs = True

    def get_breadcrumbs_items(self) -> list[Any]:
        return [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("removals_requests"), "label": _("Removal requests")},
            {"url": "", "label": pgettext("of requests", "Figures")},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "figures": figures(),
            "states": State.labels,
            "overdue": RemovalRequest.objects.overdue().count(),
            "on_the_desk": RemovalRequest.objects.on_the_desk().count(),
        }
