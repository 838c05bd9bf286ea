"""What this room registers with Wagtail; while no service is set up it shows nothing."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.models import Page

from newsroom.roles.languages import TRANSLATE
from translating.machine import views
from translating.machine.services import service

JOB = "translating/machine/jobs/<int:job_id>/"


def addresses() -> list[URLPattern]:
    """Return the addresses of this room."""
    return [
        path("translating/machine/<int:translation_id>/", views.known, name="translating_machine"),
        path("translating/machine/<int:translation_id>/read/", views.read, name="translating_machine_read"),
        path(
            "translating/machine/<int:translation_id>/<int:segment_id>/",
            views.decide,
            name="translating_machine_decide",
        ),
        path("translating/machine/section/<int:page_id>/", views.section, name="translating_machine_section"),
        path(JOB, views.RequestProgress.as_view(), name="translating_machine_job"),
        path(f"{JOB}stop/", views.StopRequest.as_view(), name="translating_machine_stop"),
        path(
            "translating/filled/<int:translation_id>/<int:segment_id>/",
            views.confirm,
            name="translating_filled_confirm",
        ),
    ]


def section_button(page: Page, user: Any, view_name: str = "", next_url: str | None = None) -> Iterator[Button]:
    """Offer to translate a section by machine, in the menu of a page that has others below it."""
    if page.depth > 1 and page.numchild and user.has_perm(TRANSLATE) and service() is not None:
        address = reverse("translating_machine_section", args=[page.pk])
        yield Button(_("Translate section by machine"), url=address, icon_name="globe", priority=65)


hooks.register("register_admin_urls", addresses)
hooks.register("register_admin_urls", lambda: [path(views.ADDRESS, views.translate)], order=-1)
hooks.register("register_page_header_buttons", section_button)
hooks.register("register_page_listing_more_buttons", section_button)
