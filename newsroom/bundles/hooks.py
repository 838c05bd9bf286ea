"""The bundles' menu entry, and the ways to publish a page in all languages."""

from collections.abc import Iterator
from typing import Any

from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.models import Page

from newsroom.bundles import all_languages
from newsroom.bundles.viewset import BundleViewSet


@hooks.register("register_admin_viewset")
def register_bundles() -> BundleViewSet:
    """Add bundles to the editors' interface."""
    return BundleViewSet()


def buttons(page: Page, user: Any, *args: Any, **kwargs: Any) -> Iterator[Button]:
    """Offer it in the menu of a page, also where it is translated, and in the lists of pages."""
    if all_languages.may_publish_together(user, page):
        yield Button(all_languages.LABEL, url=all_languages.address(page), icon_name="globe", priority=24)


hooks.register("before_edit_page", all_languages.before_publishing_alone, order=-11)
hooks.register("register_page_action_menu_item", all_languages.AllLanguagesMenuItem)
hooks.register("register_page_header_buttons", buttons)
hooks.register("register_page_listing_more_buttons", buttons)
