"""What the files for translators add to the editors' interface."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from translating.files import editor, views
from translating.files.permissions import translates


class FilesMenuItem(MenuItem):
    """The way to the files, for those who translate."""

    def is_shown(self, request: HttpRequest) -> bool:
        return translates(request.user)


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Return the addresses of the desk."""
    return [
        path("translating/files/", views.Files.as_view(), name="translating_files"),
        path("translating/files/out/", views.TakeOut.as_view(), name="translating_files_out"),
        path("translating/files/in/", views.BringIn.as_view(), name="translating_files_in"),
        path("translating/files/<int:pk>/", views.DeliveryView.as_view(), name="translating_delivery"),
    ]


@hooks.register("register_admin_menu_item")
def menu_item() -> MenuItem:
    """Lead to the desk."""
    return FilesMenuItem(
        gettext_lazy("Files for translators"), reverse("translating_files"), icon_name="resubmit", order=221
    )


def buttons(page: Page, user: Any, *args: Any, **kwargs: Any) -> Iterator[Button]:
    """Lead from a page to its file."""
    if page.depth > 1 and translates(user):
        address = f"{reverse('translating_files')}?page={page.pk}"
        yield Button(_("File for translators"), address, icon_name="resubmit", priority=65)


hooks.register("register_admin_urls", editor.addresses, order=-1)
hooks.register("register_page_header_buttons", buttons)
hooks.register("register_page_listing_more_buttons", buttons)
