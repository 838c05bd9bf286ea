"""Who may do what at the search desk: the permissions of a group, and the questions asked of them."""

from django.contrib.auth.models import Permission
from django.db.models import Q, QuerySet

SEE_SEARCHES = "search.view_searchcount"
SEE_MESSAGES = "search.view_missedsearch"
DEAL_WITH_MESSAGES = "search.change_missedsearch"
SEE_INDEX = "search.view_rebuild"
REBUILD_INDEX = "search.rebuild_index"


def may(user: object, *names: str) -> bool:
    """Whether a user has one of the permissions."""
    has_perm = getattr(user, "has_perm", None)
    return has_perm is not None and any(has_perm(name) for name in names)


def offered() -> QuerySet[Permission]:
    """Return what can be given to a group besides the permissions of the vocabulary's own models."""
    names = (SEE_SEARCHES, SEE_MESSAGES, DEAL_WITH_MESSAGES, SEE_INDEX, REBUILD_INDEX)
    wanted = Q()
    for app, codename in (name.split(".") for name in names):
        wanted |= Q(content_type__app_label=app, codename=codename)
    return Permission.objects.filter(wanted)
