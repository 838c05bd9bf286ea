"""What this room registers with Wagtail."""

from typing import Any

from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from newsroom.keeping import beside, endpoint, receipts, records, segments, snippets
from newsroom.keeping.views import KeepingPageViewSet


def addresses() -> list[URLPattern]:
    """Return the addresses that the scripts ask."""
    return [
        path("keeping/", endpoint.state, name="newsroom_keeping_state"),
        path("keeping/back/", endpoint.back, name="newsroom_keeping_back"),
    ]


def actions(registered: Any) -> None:
    """Name what the history says of a version that was kept beside a newer one."""
    registered.register_action(
        beside.ACTION, _("Keep beside a newer version"), _("Kept beside a newer version, not in use")
    )


def script() -> str:
    """Return the script of every admin page that forgets what has been saved."""
    return format_html(
        '<script type="module" src="{}" data-newsroom-keeping="{}"></script>',
        static("newsroom/js/keeping/arrived.js"),
        reverse("newsroom_keeping_state"),
    )


def style() -> str:
    """Return the style of the notices."""
    return format_html('<link rel="stylesheet" href="{}">', static("newsroom/css/keeping.css"))


hooks.register("register_admin_viewset", lambda: KeepingPageViewSet())
hooks.register("register_admin_urls", addresses)
hooks.register("register_admin_urls", lambda: [path(segments.ADDRESS, segments.save)], order=-1)
hooks.register("register_admin_urls", records.addresses, order=-1)
hooks.register("register_log_actions", actions)
hooks.register("insert_global_admin_js", script)
hooks.register("insert_global_admin_css", style)
hooks.register("before_edit_snippet", snippets.ask_before_covering, order=-1)

# The revision exists before the page is published; a gate of the newsroom may answer from there on.
SAVED = (
    "before_publish_page",
    "after_create_page",
    "after_edit_page",
    "after_create_snippet",
    "after_edit_snippet",
    "after_unpublish_page",
)
for moment in SAVED:
    hooks.register(moment, receipts.note, order=-1)
