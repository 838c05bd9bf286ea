"""What the board adds to the editors' interface."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from translating.assignments.people import Duties
from translating.board.view import StatusBoard


class BoardMenuItem(MenuItem):
    """The menu entry of the board, for those who translate."""

    def is_shown(self, request: HttpRequest) -> bool:
        return Duties(request.user).any


@hooks.register("register_admin_menu_item")
def menu_item() -> MenuItem:
    """Put the board beside the calendar."""
    return BoardMenuItem(
        _("Status board"),
        reverse("translating_board"),
        name="status-board",
        icon_name="wagtail-localize-language",
        order=160,
    )


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Give the board its address."""
    return [
        path("translating/board/", StatusBoard.as_view(), name="translating_board"),
        path(
            "translating/board/results/",
            StatusBoard.as_view(results_only=True),
            name="translating_board_results",
        ),
    ]
