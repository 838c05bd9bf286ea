"""Which pages of another system stand under which, so that those above come first."""

from exchange.sites.reading.articles import Item

DEEPEST = 20
"""Levels of pages that are kept; what stands deeper goes under the home page."""


class Pages:
    """The pages that come, by their numbers there; what stands above each of them."""

    def __init__(self) -> None:
        self._items: dict[str, Item] = {}
        self._above: dict[str, str] = {}

    def note(self, item: Item, above: str) -> None:
        """Note a page and the number of the one above it."""
        self._items[item.number], self._above[item.number] = item, above

    def levels(self) -> dict[str, int]:
        """Return how deep each page stands; 0 is right below the home page."""
        return {number: len(self._way(number)) for number in self._items}

    def above(self, number: str) -> Item | None:
        """Return the page above one; None where it is not in the file, or stands below it in turn."""
        way = self._way(number)
        return self._items[way[0]] if way else None

    def _way(self, number: str) -> list[str]:
        """Return the numbers of the pages above, up to one that has none; nothing for circles and wells."""
        way: list[str] = []
        above = self._above.get(number, "")
        while above in self._items:
            if above in way or above == number or len(way) == DEEPEST:
                return []
            way.append(above)
            above = self._above[above]
        return way
