"""Who may see what was taken down, and who may take down and undo it."""

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet

SEE = "removals.see_taken_down"
TAKE_DOWN = "removals.take_down"


def may_see(user: Any) -> bool:
    """Whether somebody may look at what is kept."""
    return bool(user.has_perm(SEE))


def may_take_down(user: Any) -> bool:
    """Whether somebody may take down, and undo it."""
    return bool(user.has_perm(TAKE_DOWN))


def offered() -> QuerySet[Permission]:
    """Return what can be given to a group."""
    names = [name.partition(".")[2] for name in (SEE, TAKE_DOWN)]
    return Permission.objects.filter(content_type__app_label="removals", codename__in=names)
