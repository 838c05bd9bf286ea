"""What the work on sections registers with Wagtail."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from newsroom.roles.languages import TRANSLATE
from translating.sections import views

ROOM = "translating/sections/"


@hooks.register("register_admin_urls", order=-1)
def addresses() -> list[URLPattern]:
    """Return the addresses of the room, and that of upstream's form, which comes after ours."""
    return [
        path("localize/submit/page/<int:page_id>/", views.SubmitPage.as_view()),
        path(ROOM, views.Sections.as_view(), name="translating_sections"),
        path(f"{ROOM}results/", views.Sections.as_view(results_only=True), name="translating_sections_results"),
        path(f"{ROOM}of/<int:page_id>/", views.StartSection.as_view(), name="translating_section_start"),
        path(f"{ROOM}<int:job_id>/", views.SectionProgress.as_view(), name="translating_section"),
        path(f"{ROOM}<int:job_id>/stop/", views.StopSection.as_view(), name="translating_section_stop"),
        path(f"{ROOM}<int:job_id>/resume/", views.ResumeSection.as_view(), name="translating_section_resume"),
    ]


def buttons(page: Page, user: Any, *args: Any, **kwargs: Any) -> Iterator[Button]:
    """Lead from a page that has others below it to what can be done to all of them."""
    if page.depth > 1 and page.numchild and user.has_perm(TRANSLATE):
        address = reverse("translating_section_start", args=[page.pk])
        yield Button(_("Translate the section"), address, icon_name="wagtail-localize-language", priority=61)


hooks.register("register_page_header_buttons", buttons)
hooks.register("register_page_listing_more_buttons", buttons)


class SectionsMenuItem(MenuItem):
    """Shown to those who may submit pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        allowed: bool = request.user.has_perm(TRANSLATE)
        return allowed


@hooks.register("register_reports_menu_item")
def menu_item() -> MenuItem:
    """Add what is being done to sections to the menu of reports."""
    return SectionsMenuItem(
        gettext_lazy("Work on sections"),
        reverse("translating_sections"),
        icon_name="wagtail-localize-language",
        order=9001,
    )
