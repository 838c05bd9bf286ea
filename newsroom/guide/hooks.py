"""What the guide adds to the editors' interface: it stands in the menu of help, in the place of Wagtail's."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from newsroom.guide.views import addresses

hooks.register("register_admin_urls", addresses)


@hooks.register("register_help_menu_item")
def menu_item() -> MenuItem:
    """Put the guide first in the menu of help."""
    return MenuItem(_("Guide"), reverse("newsroom_guide"), name="guide", icon_name="help", order=10)


@hooks.register("construct_help_menu")
def without_wagtails(request: HttpRequest, items: list[Any]) -> None:
    """Take away the guide to Wagtail, in English, and the news of its releases, which concern no editor."""
    items[:] = [item for item in items if not item.name.startswith(("whats-new", "editor-guide"))]
