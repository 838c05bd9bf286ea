"""What the draft links add to the editors' interface."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from newsroom.sharing.editing import MADE, REVOKED, RevokeLink, ShareDraft, may_share


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Give the pages of the draft links their addresses."""
    return [
        path("draft-links/<int:page_id>/", ShareDraft.as_view(), name="newsroom_share_draft"),
        path(
            "draft-links/<int:page_id>/<int:link_id>/revoke/",
            RevokeLink.as_view(),
            name="newsroom_revoke_draft_link",
        ),
    ]


def buttons(page: Page, user: AbstractBaseUser, *args: Any, **kwargs: Any) -> Iterator[Button]:
    """Lead from a page to the links of its draft."""
    if may_share(page, user):
        address = reverse("newsroom_share_draft", args=[page.pk])
        yield Button(_("Share the draft"), address, icon_name="link", priority=45)


hooks.register("register_page_header_buttons", buttons)
# The editor of a translation has no such header: there the way leads through the list of pages.
hooks.register("register_page_listing_more_buttons", buttons)


@hooks.register("register_log_actions")
def log_actions(actions: Any) -> None:
    """Name in the history of a page what happened to its draft links."""
    actions.register_action(MADE, gettext_lazy("Share the draft"), gettext_lazy("A link to the draft was made"))
    actions.register_action(
        REVOKED, gettext_lazy("Revoke a draft link"), gettext_lazy("A link to the draft was revoked")
    )
