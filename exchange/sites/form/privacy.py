"""Who may read a page: what the form says of it, and how it is set up again.

Passwords and accounts stay where they are. What had a password is for whoever has an account; what was for
groups is for those that have the same names here, and where there are none, for administrators alone.
"""

from typing import Any

from django.contrib.auth.models import Group
from django.utils.translation import gettext as _
from wagtail.models import Page, PageViewRestriction

from exchange.refusals import Refused
from exchange.sites.form import Row

LOGIN, PASSWORD, GROUPS = PageViewRestriction.LOGIN, PageViewRestriction.PASSWORD, PageViewRestriction.GROUPS


def of_pages(page_ids: list[int]) -> dict[int, Row]:
    """Return what is said of the pages that are private themselves, by their numbers."""
    found = PageViewRestriction.objects.filter(page__in=page_ids).prefetch_related("groups").order_by("-pk")
    return {one.page_id: _said(one) for one in found}


def set_up(page: Page, given: Any) -> list[str]:
    """Make a page private as its row says, and return what the office has to see to.

    A page that is private here already stays as it is, whatever the row says.
    """
    if given is None:
        return []
    kind = given.get("kind") if isinstance(given, dict) else None
    if kind not in (LOGIN, PASSWORD, GROUPS):
        raise Refused(_("It does not say who may read it."))
    there = PageViewRestriction.objects.filter(page_id=page.pk).first() or _made(page, kind, given)
    if kind == PASSWORD and there.restriction_type == LOGIN:
        return [_("It had a password: now it is for whoever has an account, until you set one.")]
    return []


def _made(page: Page, kind: str, given: Row) -> PageViewRestriction:
    made = PageViewRestriction(page_id=page.pk, restriction_type=GROUPS if kind == GROUPS else LOGIN)
    made.save()
    if kind == GROUPS:
        made.groups.set(Group.objects.filter(name__in=_names(given.get("groups"))))
    return made


def _said(restriction: PageViewRestriction) -> Row:
    said: Row = {"kind": restriction.restriction_type}
    if restriction.restriction_type == GROUPS:
        said["groups"] = sorted(group.name for group in restriction.groups.all())
    return said


def _names(given: Any) -> list[str]:
    return [str(name) for name in given] if isinstance(given, list) else []
