"""What Word files add to the editors' interface."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.template.loader import render_to_string
from django.urls import URLPattern, path, reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from exchange.sections import may_add
from exchange.word.views import FromWord


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Give the form its address."""
    return [path("exchange/word/<int:page_id>/", FromWord.as_view(), name="exchange_word")]


def buttons(page: Page, user: AbstractBaseUser, *args: Any, **kwargs: Any) -> Iterator[Button]:
    """Lead from a section of the news to the form."""
    if may_add(page, user):
        address = reverse("exchange_word", args=[page.pk])
        yield Button(_("New from a Word file…"), address, icon_name="doc-full", priority=12)


hooks.register("register_page_header_buttons", buttons)
hooks.register("register_page_listing_more_buttons", buttons)


@hooks.register("insert_editor_js")
def offer() -> SafeString:
    """Let a Word file be dropped on the form of a new article, and say so there."""
    return render_to_string("exchange/offer.html")
