"""What takedowns add to the editors' interface."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from removals.takedowns import views
from removals.takedowns.answering import removed
from removals.takedowns.closing import is_closed
from removals.takedowns.models import Takedown
from removals.takedowns.permissions import may_see, may_take_down, offered


@hooks.register("register_log_actions")
def log_actions(actions: Any) -> None:
    """Name what is written into the history of a page."""
    actions.register_action("removals.take_down", _("Take down"), _("Taken down at its owner's request"))
    actions.register_action("removals.undo", _("Undo a takedown"), _("Brought back after a takedown"))


@hooks.register("before_serve_document")
def closed_documents(document: Any, request: HttpRequest) -> HttpResponse | None:
    """Give nobody a document that only a page offered which is down."""
    takedown = Takedown.objects.of_document(document.pk).first()
    return None if takedown is None else removed(request, takedown)


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Give the list, what is kept and the forms their addresses."""
    return [
        path("takedowns/", views.TakedownList.as_view(), name="removals_takedowns"),
        path("takedowns/<int:pk>/", views.TakedownDetail.as_view(), name="removals_takedown"),
        path("takedowns/<int:pk>/file/", views.KeptFile.as_view(), name="removals_takedown_file"),
        path("takedowns/<int:pk>/undo/", views.Undo.as_view(), name="removals_undo"),
        path("takedowns/page/", views.TakeDownPage.as_view(), name="removals_take_down_page"),
        path("takedowns/picture/", views.TakeDownPicture.as_view(), name="removals_take_down_picture"),
        path("takedowns/passage/", views.TakeDownPassage.as_view(), name="removals_take_down_passage"),
    ]


class TakedownMenuItem(MenuItem):
    """Leads to the list, for those who may see it."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the user may see what was taken down."""
        return may_see(request.user)


@hooks.register("register_admin_menu_item")
def menu_item() -> MenuItem:
    """Lead to the takedowns."""
    address = reverse("removals_takedowns")
    return TakedownMenuItem(_("Takedowns"), address, name="takedowns", icon_name="cross", order=207)


def buttons(page: Page, user: Any, *args: Any, **kwargs: Any) -> Iterator[Button]:
    """Lead from a page to the forms that take it down, or a passage of it."""
    if may_take_down(user) and page.depth > 2 and not is_closed(page):
        for name, label in (
            ("removals_take_down_page", _("Take down for its owner")),
            ("removals_take_down_passage", _("Take down a passage")),
        ):
            yield Button(label, f"{reverse(name)}?page={page.pk}", icon_name="cross", priority=90)


hooks.register("register_page_header_buttons", buttons)
hooks.register("register_page_listing_more_buttons", buttons)
hooks.register("register_permissions", offered)
