"""What follows once something was taken down or brought back: search, pictures, references, headlines."""

from collections.abc import Iterable

from modelsearch.tasks import insert_or_update_object_task
from wagtail.models import Page, ReferenceIndex
from wagtail.signals import page_published

from designcity.pictures import tasks
from designcity.signals import pages_look_different
from removals.takedowns.models import Takedown
from search.updates.withdrawals import withdraw


def read_anew(page_ids: Iterable[int]) -> None:
    """Let the lists of references and the editors' search see pages as they are now."""
    for page in _present(page_ids):
        ReferenceIndex.create_or_update_for_object(page)
        _search_anew(page)


def pages_back(page_ids: Iterable[int]) -> None:
    """Tell of pages that are online again as when they were published; the rest are found by editors again."""
    read_anew(page_ids)
    for page in _present(page_ids):
        if page.live:
            page_published.send(sender=type(page), instance=page, revision=page.live_revision)


def pages_changed(page_ids: Iterable[int]) -> None:
    """Hide pages from the search until it has read them anew, and have drawn anew what shows their words."""
    ids = list(page_ids)
    withdraw(ids)
    pages_look_different.send(sender=Takedown, page_ids=ids)
    read_anew(ids)
    for page_id in ids:
        tasks.draw_share_picture.enqueue(page_id)


def _search_anew(page: Page) -> None:
    insert_or_update_object_task.enqueue(page._meta.app_label, page._meta.model_name, str(page.pk))


def _present(page_ids: Iterable[int]) -> Iterable[Page]:
    return Page.objects.filter(pk__in=list(page_ids)).specific()
