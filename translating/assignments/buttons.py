"""The ways from a page to its assignments: in its menu, and a word above its editor."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from translating.assignments.models import Assignment
from translating.assignments.people import Duties
from translating.board.following import follow
from translating.board.models import TranslationStatus
from translating.board.rows import action


def page_buttons(page: Page, user: Any, next_url: str | None = None, **kwargs: Any) -> Iterator[Button]:
    """Offer to assign the translation that the page is, or all those that are made of it."""
    if page.depth < 2:
        return
    duties = Duties(user)
    if not duties.assigns:
        return
    found = TranslationStatus.objects.unfinished().filter(translation_key=page.translation_key)
    of_page = {status.locale_id: status.pk for status in found if status.locale_id in duties.assigns}
    keys = [of_page[page.locale_id]] if page.locale_id in of_page else list(of_page.values())
    if keys:
        back = next_url or reverse("wagtailadmin_pages:edit", args=[page.pk])
        yield Button(_("Assign translation"), action("assign", keys, back), icon_name="user", priority=65)


def tell_whose(request: HttpRequest, page: Page) -> None:
    """Say above the editor of a translation who has it, until when, and what was noted."""
    if request.method != "GET" or "_w_hydrate_create_view" in request.GET:
        return
    found = Assignment.objects.filter(
        status__translation_key=page.translation_key, status__locale=page.locale_id
    )
    if found.exists():
        follow()  # it is over once the translation is published
    for assignment in found.select_related("person"):
        messages.info(request, _said(assignment, request.user))


def _said(assignment: Assignment, user: Any) -> str:
    if assignment.person == user:
        said = [_("This translation is yours.")]
    else:
        name = get_user_display_name(assignment.person)
        said = [_("%(person)s has this translation.") % {"person": name}]
    if assignment.due_on is not None:
        said.append(_("It is due on %(day)s.") % {"day": date_format(assignment.due_on)})
    return " ".join([*said, assignment.note]).strip()
