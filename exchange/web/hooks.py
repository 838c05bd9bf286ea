"""What pages of the web add to the editors' interface."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from exchange.sections import may_add
from exchange.web.views import FromWeb


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Give the forms their address."""
    return [path("exchange/web/<int:page_id>/", FromWeb.as_view(), name="exchange_web")]


def buttons(page: Page, user: AbstractBaseUser, *args: Any, **kwargs: Any) -> Iterator[Button]:
    """Lead from a section of the news to the form."""
    if may_add(page, user):
        address = reverse("exchange_web", args=[page.pk])
        yield Button(_("New from the web…"), address, icon_name="globe", priority=13)


hooks.register("register_page_header_buttons", buttons)
hooks.register("register_page_listing_more_buttons", buttons)
