"""Translations and placeholders move with their original, so that the trees stay in step."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.actions.move_page import MovePageAction
from wagtail.admin import messages
from wagtail.admin.views.pages.bulk_actions.move import MoveBulkAction
from wagtail.models import Page

from designcity.languages import language_name


def versions_to_move(pages: Iterable[Page], action: str) -> dict[Page, list[Page]]:
    """Return which pages move with others; what is unpublished or deleted stays in the other languages."""
    return {page: list(page.get_translations()) for page in pages} if action == "move" else {}


def move_with_one(request: HttpRequest, page: Page, destination: Page) -> HttpResponse | None:
    """Move the versions of a page before it moves itself, or refuse where one of them cannot.

    Wagtail moves the page first, and then stops at a version that the user may not move.
    """
    if not page.permissions_for_user(request.user).can_move_to(destination):
        return None  # Wagtail refuses it
    if _refused(request, [page], destination):
        return redirect("wagtailadmin_pages:move", page.pk)
    if request.method == "POST":
        _move(request.user, [page], destination)
    return None


def move_with_many(
    request: HttpRequest, action_type: str, pages: Collection[Page], action: Any
) -> HttpResponse | None:
    """Do so for many pages that are moved at once, of which Wagtail leaves all versions behind."""
    if not isinstance(action, MoveBulkAction):
        return None
    destination = action.cleaned_form.cleaned_data["chooser"]
    if _refused(request, pages, destination):
        return redirect(action.next_url)
    _move(request.user, pages, destination)
    return None


@transaction.atomic
def _move(user: Any, pages: Iterable[Page], destination: Page) -> None:
    for version, place in list(_versions_beside(pages, destination)):
        place.refresh_from_db()  # it may have got children, among which the next one finds its place
        move = MovePageAction(version, place, pos="last-child", user=user)
        move.execute(skip_permission_checks=_is_placeholder(version))


def _refused(request: HttpRequest, pages: Iterable[Page], destination: Page) -> bool:
    """Whether some version cannot move along; says which, and why."""
    troubles = list(_troubles(request.user, pages, destination))
    for trouble in troubles:
        messages.error(request, trouble)
    return bool(troubles)


def _versions_beside(pages: Iterable[Page], destination: Page) -> Iterator[tuple[Page, Page]]:
    """Yield the versions that stand beside pages in other languages, each with the place that it goes to."""
    pages = list(pages)
    chosen = {page.pk for page in pages}
    for page in pages:
        parents = set(page.get_parent().get_translations().values_list("pk", flat=True))
        for version in page.get_translations().exclude(pk__in=chosen):
            place = destination.get_translation_or_none(version.locale)
            if place is not None and version.get_parent().pk in parents:
                yield version, place


def _troubles(user: Any, pages: Iterable[Page], destination: Page) -> Iterator[str]:
    """Yield what stands in the way of moving versions along, in sentences."""
    for version, place in _versions_beside(pages, destination):
        is_allowed = _is_placeholder(version) or version.permissions_for_user(user).can_move_to(place)
        if not is_allowed:
            sentence = _("Nothing was moved: “%(title)s” (%(language)s) moves along, and you may not move it.")
        elif not Page._slug_is_available(version.slug, place, page=version):
            sentence = _(
                "Nothing was moved: “%(title)s” (%(language)s) moves along, "
                "and where it goes another page has the address “%(address)s” already."
            )
        else:
            continue
        yield sentence % {
            "title": version.get_admin_display_title(),
            "language": language_name(version.locale.language_code),
            "address": version.slug,
        }


def _is_placeholder(version: Page) -> bool:
    """Whether a page only stands for its original, so that it goes where that goes, whoever moves it."""
    return version.alias_of_id is not None
