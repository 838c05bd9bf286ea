"""What readers looked for and did not find, and the article that would have helped."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.pages.create import CreateView

from news.models import ArticlePage
from search.editors.columns import LabelledColumn, StepsColumn
from search.editors.reporting import SearchesReport
from search.models.log import SearchCountQuerySet


class NothingFoundReport(SearchesReport):
    """The queries whose last search found nothing, with what to do about each."""

    page_title = _("Found nothing")
    header_icon = "warning"
    index_url_name = "search_nothing:index"
    index_results_url_name = "search_nothing:results"
    export_filename = "searches-without-results"
    list_export = ["text", "asked", "last_day"]

    @cached_property
    def columns(self) -> list[Any]:
        shown = [
            LabelledColumn(name, label=self.export_headings[name], sort_key=name) for name in self.list_export
        ]
        shown[0].classname = "title"
        return [*shown, StepsColumn(self.request.user, self.filters.chosen("language")[0])]

    def get_base_queryset(self) -> SearchCountQuerySet:
        return super().get_base_queryset().that_found_nothing()

    def figures(self, queries: int) -> list[tuple[Any, Any]]:
        """Return the totals without what was opened: there was nothing to open."""
        return [(_("Queries that found nothing"), queries), super().figures(queries)[2]]


class WriteArticle(CreateView):
    """The form of a new article, with the words that were looked for as its title."""

    http_method_names = ["get", "head"]

    def dispatch(self, request: HttpRequest, parent_page_id: int) -> HttpResponse:
        names = ContentType.objects.get_for_model(ArticlePage).natural_key()
        response: HttpResponse = super().dispatch(request, *names, parent_page_id)
        return response

    def get(self, request: HttpRequest) -> HttpResponse:
        """Fill in the title; the form goes on to Wagtail's own view."""
        self.page.title = "".join(filter(str.isprintable, request.GET.get("title", "")))[:255]
        response: HttpResponse = super().get(request)
        return response
