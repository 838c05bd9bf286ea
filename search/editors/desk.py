"""The menu of the search desk: its lists, its vocabulary, its index, each shown to those who may use it."""

from collections.abc import Callable
from typing import Any, ClassVar

from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from search.editors.index_state import IndexState, rebuild_progress, start_rebuild
from search.editors.missed import DealWith, MissedReport
from search.editors.nothing import NothingFoundReport, WriteArticle
from search.editors.permissions import (
    DEAL_WITH_MESSAGES,
    REBUILD_INDEX,
    SEE_INDEX,
    SEE_MESSAGES,
    SEE_SEARCHES,
    may,
)
from search.editors.searches import AllSearchesReport
from search.editors.vocabulary import PinyinViewSet, PromotedViewSet, SynonymViewSet


class DeskViewSet(ViewSet):
    """Some pages of the desk under one menu item, for those who have one of the permissions."""

    permissions: ClassVar[tuple[str, ...]] = ()

    @cached_property
    def menu_item_class(self) -> type[MenuItem]:
        """Show the item to those who may open what it leads to."""
        return type(f"{type(self).__name__}MenuItem", (MenuItem,), {"is_shown": self._is_shown()})

    def _is_shown(self) -> Callable[[MenuItem, HttpRequest], bool]:
        return lambda item, request: may(request.user, *self.permissions)


class Searches(DeskViewSet):
    """What is searched for."""

    name = menu_name = "search_searches"
    url_prefix = "search-desk/searches"
    menu_label = _("What was searched for")
    icon = "search"
    permissions = (SEE_SEARCHES,)

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", AllSearchesReport.as_view(), name="index"),
            path("results/", AllSearchesReport.as_view(results_only=True), name="results"),
        ]


class NothingFound(DeskViewSet):
    """What is searched for in vain."""

    name = menu_name = "search_nothing"
    url_prefix = "search-desk/found-nothing"
    menu_label = _("Found nothing")
    icon = "warning"
    permissions = (SEE_SEARCHES,)

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", NothingFoundReport.as_view(), name="index"),
            path("results/", NothingFoundReport.as_view(results_only=True), name="results"),
            path("write/<int:parent_page_id>/", WriteArticle.as_view(), name="write"),
        ]


class Missed(DeskViewSet):
    """What readers say is missing."""

    name = menu_name = "search_missed"
    url_prefix = "search-desk/missed"
    menu_label = _("What readers missed")
    icon = "mail"
    permissions = (SEE_MESSAGES, DEAL_WITH_MESSAGES)

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", MissedReport.as_view(), name="index"),
            path("results/", MissedReport.as_view(results_only=True), name="results"),
            path("<int:pk>/", DealWith.as_view(), name="deal"),
        ]


class Index(DeskViewSet):
    """How the indices are."""

    name = menu_name = "search_index"
    url_prefix = "search-desk/index"
    menu_label = _("State of the index")
    icon = "clipboard-list"
    permissions = (SEE_INDEX, REBUILD_INDEX)

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", IndexState.as_view(), name="index"),
            path("progress/", rebuild_progress, name="progress"),
            path("rebuild/<str:language>/", start_rebuild, name="rebuild"),
        ]


class SearchDesk(SnippetViewSetGroup):
    """The menu entry under which editors look after the search."""

    items: tuple[Any, ...] = (
        Searches,
        NothingFound,
        Missed,
        PromotedViewSet,
        SynonymViewSet,
        PinyinViewSet,
        Index,
    )
    menu_label = _("Site search")
    menu_name = "search-desk"
    menu_icon = "search"
    menu_order = 220
