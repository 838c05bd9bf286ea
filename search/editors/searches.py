"""What readers look for, and whether it helps them."""

from django.utils.translation import gettext_lazy as _

from search.editors.reporting import SearchesReport


class AllSearchesReport(SearchesReport):
    """Every query of the chosen days."""

    page_title = _("What was searched for")
    index_url_name = "search_searches:index"
    index_results_url_name = "search_searches:results"
    export_filename = "searches"
