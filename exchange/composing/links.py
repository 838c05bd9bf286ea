"""Where links lead: to pages of this site by the page itself, elsewhere by their address."""

from urllib.parse import urlsplit

from newsroom.checks.addresses import of_this_site, page_at

MOST_LOOK_UPS = 50
"""Addresses of this site that are followed for one text: each costs a few queries."""


class Targets:
    """Finds where addresses lead; remembers what it was asked."""

    def __init__(self) -> None:
        self._pages: dict[str, int | None] = {}

    def attributes(self, address: str) -> dict[str, str] | None:
        """Return the attributes of the rich text's link to an address; None when it can lead nowhere."""
        address = address.strip().replace(" ", "%20")
        try:
            parts = urlsplit(address)
        except ValueError:
            return None
        if parts.scheme in ("mailto", "tel"):
            return {"href": address} if parts.path else None
        if page := self._page(address):
            return {"linktype": "page", "id": str(page)}
        return {"href": address} if parts.scheme in ("http", "https") and parts.netloc else None

    def _page(self, address: str) -> int | None:
        """Return the number of the page of this site at an address; a part or a question is no page."""
        if "#" in address or "?" in address or not of_this_site(address):
            return None
        if address not in self._pages and len(self._pages) < MOST_LOOK_UPS:
            page = page_at(address)
            self._pages[address] = page.pk if page else None
        return self._pages.get(address)
