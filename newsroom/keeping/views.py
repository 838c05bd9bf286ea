"""Wagtail's views of pages with those that lose no word."""

from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page

from newsroom.keeping.creating import KeepingCreateView
from newsroom.keeping.editing import KeepingEditView, KeepingRevertView


class KeepingPageViewSet(PageViewSet):
    """The views of all page types; a viewset for some types must be derived from it."""

    model = Page
    name = "pages_kept"
    add_view_class = KeepingCreateView
    edit_view_class = KeepingEditView
    revisions_revert_view_class = KeepingRevertView
