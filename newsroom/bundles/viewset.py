"""The menu entry of bundles and the addresses of its pages."""

from typing import Any

from django.urls import URLPattern, path
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, StatusTagColumn
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.viewsets.model import ModelViewSet

from newsroom.bundles.all_languages import VIEWS, AllLanguages, InAllLanguages
from newsroom.bundles.models import Bundle
from newsroom.bundles.views import (
    BundleCreate,
    BundleDelete,
    BundleEdit,
    BundleIndex,
    BundleOverview,
    UnscheduleBundle,
)


def _moment(bundle: Bundle) -> str:
    moment = bundle.publish_at or bundle.decided_at
    return date_format(localtime(moment), "SHORT_DATETIME_FORMAT") if moment else ""


def _publisher(bundle: Bundle) -> str:
    return str(get_user_display_name(bundle.publisher)) if bundle.publisher else ""


class BundleViewSet(ModelViewSet):
    """Pages that are published together."""

    model = Bundle
    name = "bundles"
    icon = "folder-open-inverse"
    menu_label = _("Bundles")
    menu_order = 210
    add_to_admin_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = True
    index_view_class = BundleIndex
    add_view_class = BundleCreate
    edit_view_class = BundleEdit
    delete_view_class = BundleDelete
    inspect_view_class = BundleOverview
    list_filter = ["state"]
    search_fields = ["title"]
    ordering = "-updated_at"
    list_display = [
        "title",
        StatusTagColumn(
            "state",
            label=_("State"),
            accessor="get_state_display",
            primary=lambda one: one.state == "published",
        ),
        Column("pages", label=_("Pages"), accessor="pages"),
        Column("moment", label=_("When"), accessor=_moment),
        Column("publisher", label=_("By whom"), accessor=_publisher),
    ]

    def get_urlpatterns(self) -> list[URLPattern]:
        actions: dict[str, Any] = {**VIEWS, "unschedule": UnscheduleBundle}
        own = [path(f"{name}/<int:pk>/", view.as_view(), name=name) for name, view in actions.items()]
        of_page = [
            path("of/<int:page_id>/", AllLanguages.as_view(), name="all_languages"),
            path("of/<int:page_id>/<str:action>/", InAllLanguages.as_view(), name="in_all_languages"),
        ]
        return [*super().get_urlpatterns(), *own, *of_page]
