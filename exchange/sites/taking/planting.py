"""New places in the tree: those of a batch are counted at once, where treebeard asks for each."""

from typing import Any

from django.db.models import F
from wagtail.models import Page


class Planting:
    """Gives new pages their places below parents, which stay locked until the transaction ends."""

    def __init__(self) -> None:
        self._next: dict[int, int] = {}
        self._planted: dict[int, int] = {}

    def place(self, page: Any, parent: Page) -> None:
        """Make an unsaved page the last one below its parent."""
        if parent.pk not in self._next:
            self._next[parent.pk] = self._first_free(parent)
        page.depth = parent.depth + 1
        page.path = Page._get_path(parent.path, page.depth, self._next[parent.pk])
        page._cached_parent_obj = parent
        self._next[parent.pk] += 1

    def grown(self, parent: Page) -> None:
        """Count a page that was placed and saved."""
        self._planted[parent.pk] = self._planted.get(parent.pk, 0) + 1
        # Else treebeard would take it for a page without others below it.
        parent.numchild += 1

    def settle(self) -> None:
        """Tell the parents how many pages they have got."""
        for number, count in self._planted.items():
            Page.objects.filter(pk=number).update(numchild=F("numchild") + count)
        self._planted.clear()
        self._next.clear()

    def _first_free(self, parent: Page) -> int:
        locked = Page.objects.select_for_update().get(pk=parent.pk)
        children = Page.objects.filter(path__startswith=locked.path, depth=locked.depth + 1)
        last = children.order_by("-path").values_list("path", flat=True).first()
        return Page._str2int(last[-Page.steplen :]) + 1 if last else 1
