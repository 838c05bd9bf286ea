"""What the editors' home and the calendar add to the editors' interface."""

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from newsroom.desk.calendar.view import Calendar
from newsroom.desk.home import arrange
from newsroom.desk.seen import works_with_pages

hooks.register("construct_homepage_panels", arrange)


class CalendarMenuItem(MenuItem):
    """The menu entry of the calendar, for those who work with pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        return works_with_pages(request.user)


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Give the calendar its address."""
    return [path("calendar/", Calendar.as_view(), name="newsroom_calendar")]


@hooks.register("insert_global_admin_css")
def style_of_lists() -> str:
    """Return the style of lists with many columns."""
    return format_html('<link rel="stylesheet" href="{}">', static("newsroom/css/lists.css"))


@hooks.register("register_admin_menu_item")
def calendar_item() -> MenuItem:
    """Put the calendar below the pages."""
    return CalendarMenuItem(
        _("Calendar"), reverse("newsroom_calendar"), name="calendar", icon_name="calendar-alt", order=150
    )
