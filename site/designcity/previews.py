"""Further ways to see a page before it is published, which other rooms register."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail import hooks
from wagtail.models import PreviewableMixin

REGISTER = "register_page_preview"
"""The hook by which a room offers a `PreviewMode`: `() -> PreviewMode`."""


@dataclass(frozen=True)
class PreviewMode:
    """A way to look at a page that is being edited; `show` answers with it for `(request, page)`."""

    name: str
    label: Any
    show: Callable[[HttpRequest, Any], HttpResponse]


def modes() -> list[PreviewMode]:
    """Return the ways to look at a page besides the page itself, in the order in which they are offered."""
    return [register() for register in hooks.get_hooks(REGISTER)]


class Preview(PreviewableMixin):
    """A page in one of these modes; page types that serve their previews themselves need not know of it."""

    def __init__(self, page: Any, mode: PreviewMode) -> None:
        self.page, self.mode = page, mode

    @property
    def full_url(self) -> str | None:
        """The page's address, for the request that is made up."""
        return self.page.full_url

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Answer with the page in this mode."""
        return self.mode.show(request, self.page)
