"""Where editors and publishers come to the checks: beside “Publish”, in a page's menu, in the side panel."""

from collections.abc import Iterator
from typing import Any

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.viewsets.pages import page_viewset_registry
from wagtail.admin.widgets import Button
from wagtail.models import Page

from designcity.pages import BasePage
from newsroom.checks.gates import CheckedWorkflowActionView, checks_of
from newsroom.keeping.views import KeepingPageViewSet


class PagesViewSet(KeepingPageViewSet):
    """The views of pages that lose no word, with ours where an approval must be checked."""

    name = "checked_pages"
    workflow_action_view_class = CheckedWorkflowActionView

    def on_register(self) -> None:
        """Serve the site's own page types; which list of pages is shown below which page stays as it is."""
        page_viewset_registry.register(BasePage, self)


class ChecksMenuItem(ActionMenuItem):
    """Leads from the menu beside “Publish” to what was found in the page."""

    name = "newsroom-checks"
    label = _("Look at the checks")
    icon_name = "glasses"
    order = 90

    def is_shown(self, context: dict[str, Any]) -> bool:
        """Whether there is a draft to check."""
        return isinstance(context.get("page"), BasePage) and context["view"] == "edit"

    def get_url(self, parent_context: dict[str, Any]) -> str:
        """Return the address of the list."""
        return checks_of(parent_context["page"])


def header_buttons(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """Offer the checks in the menu of a page, also where it is translated."""
    permissions = page.permissions_for_user(user)
    if page.alias_of_id is None and page.depth > 1 and (permissions.can_edit() or permissions.can_publish()):
        yield Button(_("Checks"), url=checks_of(page), icon_name="glasses", priority=25)


def script() -> SafeString:
    """Return the script of the side panel and its styles, for the editors' forms."""
    return format_html(
        '<link rel="stylesheet" href="{}"><script type="module" src="{}"></script>',
        static("newsroom/checks/checks.css"),
        static("newsroom/checks/checks.js"),
    )
