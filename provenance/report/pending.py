"""The seam to requests of removal: whoever keeps them tells here which pages they are about."""

from collections import Counter
from collections.abc import Iterable, Iterator

from django.db.models import QuerySet
from wagtail import hooks

HOOK = "pages_with_requests_pending"
"""The hook that is asked for them: `() -> QuerySet`, the page ids of open requests (a `values_list` of one
column, flat), each as often as there are requests."""


def page_ids() -> Iterator[QuerySet]:
    """Yield the page ids of everything that is pending."""
    for pending in hooks.get_hooks(HOOK):
        yield pending()


def counted(pages: Iterable[int]) -> Counter[int]:
    """Return how many requests are pending for each of some pages; a query for each keeper of requests."""
    wanted = set(pages)
    return Counter(pk for ids in page_ids() for pk in ids if pk in wanted)
