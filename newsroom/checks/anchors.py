"""The links in a rich text as it is kept."""

from dataclasses import dataclass
from html.parser import HTMLParser


@dataclass(frozen=True)
class Anchor:
    """A link: `kind` is `page` or `document` with the number of its `target`, or empty with an `address`."""

    kind: str = ""
    target: int = 0
    address: str = ""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Anchor] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "a":
            return
        values = {name: value or "" for name, value in attrs}
        kind, target = values.get("linktype", ""), values.get("id", "")
        if kind in ("page", "document") and target.isascii() and target.isdigit():
            self.found.append(Anchor(kind, int(target)))
        elif values.get("href"):
            self.found.append(Anchor(address=values["href"]))


def anchors_in(html: str) -> list[Anchor]:
    """Return the links of a rich text in their order."""
    reader = _Reader()
    reader.feed(html)
    return reader.found
