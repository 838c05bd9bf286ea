"""What the pages have in common by which something is brought into a section."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from exchange.sections import section_for


class IntoSection(WagtailAdminTemplateMixin, FormView):
    """A form for one section of the news, named under its title."""

    def dispatch(self, request: HttpRequest, page_id: int) -> HttpResponseBase:
        self.section = section_for(request, page_id)
        return super().dispatch(request)

    def get_page_subtitle(self) -> str:
        return str(self.section.get_admin_display_title())

    def get_breadcrumbs_items(self) -> list[Any]:
        return []
