"""A page that is deleted takes its placeholders along, alone, with others or with its section.

Without their original they would be pages in the wrong language. Wagtail's hook is asked for one page only,
neither for many at once nor for what stands below. A placeholder that has translations below it stays.
"""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from wagtail.actions.delete_page import DeletePageAction
from wagtail.models import Page

delete = DeletePageAction._delete_page


@transaction.atomic
def _deleted(action: DeletePageAction, page: Page, *args: Any, **kwargs: Any) -> Any:
    going = page.get_descendants(inclusive=True)
    placeholders = Page.objects.filter(alias_of__in=going).exclude(locale=page.locale_id)
    keys = list(placeholders.order_by("-depth").values_list("pk", flat=True))
    result = delete(action, page, *args, **kwargs)
    _delete(keys, action.user)
    return result


def _delete(keys: Iterable[int], user: Any) -> None:
    """Delete what has nothing below it (any more); the lowest come first."""
    for key in keys:
        version = Page.objects.filter(pk=key).first()
        if version is not None and version.is_leaf():
            version.delete(user=user)


def apply() -> None:
    """Let everything that deletes pages go through here."""
    DeletePageAction._delete_page = _deleted
