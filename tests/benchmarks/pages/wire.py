"""What comes over the wire while a browser opens a page, from the events of Chromium's network."""

from collections import Counter
from typing import Any
from urllib.parse import urlsplit


class Wire:
    """Counts files and bytes as they are sent, with their heads and compressed."""

    def __init__(self, site: str) -> None:
        self._site = urlsplit(site).netloc
        self._kinds: dict[str, str] = {}
        self.bytes: Counter[str] = Counter()
        """By Chromium's kind of what came: `Document`, `Stylesheet`, `Script`, `Font`, `Image` and others."""
        self.elsewhere: set[str] = set()
        """Hosts other than the site's own."""

    @property
    def files(self) -> int:
        """How many requests were made."""
        return len(self._kinds)

    def asked(self, event: dict[str, Any]) -> None:
        """Take up `Network.requestWillBeSent`."""
        address = urlsplit(event["request"]["url"])
        if address.scheme not in ("http", "https"):
            return
        self._kinds[event["requestId"]] = event.get("type", "Other")
        if address.netloc != self._site:
            self.elsewhere.add(address.netloc)

    def came(self, event: dict[str, Any]) -> None:
        """Take up `Network.loadingFinished`."""
        if event["requestId"] in self._kinds:
            self.bytes[self._kinds[event["requestId"]]] += round(event["encodedDataLength"])
