"""What the notices add to the editors' interface."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from newsroom.notices.editing import EditNotice
from newsroom.notices.notice import Notice
from newsroom.notices.unpublishing import BulkUnpublish, keep_notice, refuse_bad_notice

hooks.register("before_unpublish_page", refuse_bad_notice)
hooks.register("after_unpublish_page", keep_notice)
# After Wagtail's own action of the same name, which it replaces.
hooks.register("register_bulk_action", BulkUnpublish, order=1)


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Give the page that edits a notice its address."""
    return [path("notices/<int:page_id>/", EditNotice.as_view(), name="newsroom_notice")]


@hooks.register("register_page_header_buttons")
def buttons(page: Page, user: AbstractBaseUser, **kwargs: Any) -> Iterator[Button]:
    """Lead from a page that was taken down to what is said of it."""
    if page.live or not page.permissions_for_user(user).can_publish():
        return
    if Notice.objects.filter(page_id=page.pk).exists():
        address = reverse("newsroom_notice", args=[page.pk])
        yield Button(_("Notice to readers"), address, icon_name="warning", priority=46)
