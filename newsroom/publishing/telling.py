"""What editors are told when a page is under embargo, or when the schedule failed with it."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext, ngettext
from wagtail.admin import messages
from wagtail.models import Page

from designcity.embargo import Embargo
from newsroom.checks.translations import translation_of
from newsroom.publishing.models import ScheduleFailure, Step


def held_back(pages: Iterable[Page]) -> list[Any]:
    """Return the pages that are under embargo."""
    specific = (page.specific for page in pages)
    return [page for page in specific if isinstance(page, Embargo) and page.is_under_embargo]


def of_embargo(page: Any) -> str:
    """Return until when a page is kept back."""
    return gettext("Under embargo until {moment}: nobody can publish it earlier, in any language.").format(
        moment=_moment(page.embargo_until)
    )


def of_waiting(page: Any) -> str:
    """Return that a page, which was just published or approved, waits for the end of its embargo."""
    return gettext(
        "“{title}” is under embargo: it is not live yet, and goes live by itself on {moment}."
    ).format(title=page.get_admin_display_title(), moment=_moment(page.embargo_until))


def of_failure(failure: ScheduleFailure) -> str:
    """Return since when and why a page could not be published or taken down."""
    if failure.step == Step.EXPIRE:
        said = gettext("It should be offline since {moment}, but could not be taken down: {reason}")
    else:
        said = gettext("It should be live since {moment}, but could not be published: {reason}")
    again = gettext("It is tried again every minute.")
    return f"{said} {again}".format(moment=_moment(failure.failed_since), reason=failure.sentence)


def after_publishing(request: HttpRequest, page: Page) -> None:
    """Say that what was published waits for the end of the embargo."""
    for one in held_back([page]):
        messages.warning(request, of_waiting(one))


def after_approving(request: HttpRequest, page: Page) -> None:
    """Say that what was approved last is live, or waits for the end of the embargo; Wagtail says “updated”."""
    if not request.POST.get("action-workflow-action"):
        return
    now = Page.objects.get(pk=page.pk)  # what the page remembers is from before the approval
    if now.approved_schedule:
        after_publishing(request, page)
    elif now.live and not now.has_unpublished_changes:
        messages.success(request, gettext("“{title}” is live now.").format(title=now.get_admin_display_title()))


def after_bulk_publishing(
    request: HttpRequest, action: str, pages: list[Page], view: Any
) -> HttpResponse | None:
    """Say which of many pages have gone live, and which wait; Wagtail would say that all have."""
    waiting = held_back(pages) if action == "publish" else []
    if not waiting:
        return None
    if count := len(pages) - len(waiting):
        said = ngettext("{count} page has been published.", "{count} pages have been published.", count)
        messages.success(request, said.format(count=count))
    for page in waiting:
        messages.warning(request, of_waiting(page))
    return redirect(view.next_url)


def instead_of_publishing_a_translation(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Schedule a translation that is under embargo; wagtail-localize would say that it is published."""
    if request.POST.get("action") != "publish" or not held_back([page]):
        return None
    translation = translation_of(page)
    if translation is None or not page.permissions_for_user(request.user).can_publish():
        return None
    try:
        translation.save_target(user=request.user, publish=True)
    except ValidationError:
        return None  # wagtail-localize meets the same error and shows it beside the field
    after_publishing(request, page)
    return redirect(request.path)


def _moment(moment: datetime.datetime) -> str:
    return str(date_format(localtime(moment), "DATETIME_FORMAT"))
