"""The rich text of the database: its references are exchanged, and what editors could not write is left out."""

from collections.abc import Callable
from html import escape
from html.parser import HTMLParser
from typing import ClassVar
from urllib.parse import urlsplit

Attributes = dict[str, str]
Exchange = Callable[[str, str], str | None]
"""From the kind of a link (`page`, `document`) and its reference to the reference that takes its place."""

TAGS = {"p", "br", "hr", "b", "strong", "i", "em", "a", "ul", "ol", "li", "h2", "h3", "h4", "sub", "sup"}
VOID = {"br", "hr"}
SILENT = {"script", "style", "template", "noscript", "iframe", "object", "svg", "math", "textarea", "title"}
SCHEMES = {"http", "https", "mailto", "tel", ""}
LINKED = {"page", "document"}


def rewritten(html: str, exchange: Exchange) -> str:
    """Return rich text with other references; a link that leads nowhere keeps its words."""
    rewriter = _Rewriter(exchange)
    rewriter.feed(html)
    rewriter.close()
    return rewriter.text()


class _Rewriter(HTMLParser):
    """Writes what editors may write as it stands, and of anything else only the words."""

    KEPT: ClassVar[dict[str, tuple[str, ...]]] = {"p": ("data-block-key",), "li": ("data-block-key",)}

    def __init__(self, exchange: Exchange) -> None:
        super().__init__(convert_charrefs=False)
        self.exchange = exchange
        self.parts: list[str] = []
        self.open: list[tuple[str, bool]] = []
        self.silent = 0

    def text(self) -> str:
        """Return what was written, with everything closed."""
        closing = [f"</{tag}>" for tag, shown in reversed(self.open) if shown]
        return "".join([*self.parts, *closing])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SILENT:
            self.silent += 1
        elif tag in TAGS and not self.silent:
            written = self._start(tag, {name: value or "" for name, value in attrs})
            if tag not in VOID:
                self.open.append((tag, written is not None))
            self.parts.append(written or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID and not self.silent:
            self.parts.append(f"<{tag}/>")

    def handle_endtag(self, tag: str) -> None:
        if tag in SILENT:
            self.silent = max(0, self.silent - 1)
        elif not self.silent and any(tag == opened for opened, _ in self.open):
            self._close_to(tag)

    def handle_data(self, data: str) -> None:
        self._say(escape(data, quote=False) if "<" in data or ">" in data else data)

    def handle_entityref(self, name: str) -> None:
        self._say(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._say(f"&#{name};")

    def _say(self, text: str) -> None:
        if not self.silent:
            self.parts.append(text)

    def _close_to(self, tag: str) -> None:
        while self.open:
            opened, shown = self.open.pop()
            self.parts.append(f"</{opened}>" if shown else "")
            if opened == tag:
                return

    def _start(self, tag: str, attributes: Attributes) -> str | None:
        if tag != "a":
            kept = self.KEPT.get(tag, ())
            return _tag(tag, {name: value for name, value in attributes.items() if name in kept})
        target = self._target(attributes)
        return _tag("a", target) if target else None

    def _target(self, attributes: Attributes) -> Attributes | None:
        kind = attributes.get("linktype")
        if kind in LINKED:
            reference = self.exchange(kind, attributes.get("id", ""))
            return {"linktype": kind, "id": reference} if reference else None
        return {"href": attributes["href"]} if is_harmless(attributes.get("href", "")) else None


def is_harmless(address: str) -> bool:
    """Whether an address leads to a page, a mailbox or a telephone, and runs nothing."""
    try:
        return bool(address) and urlsplit("".join(address.split())).scheme.lower() in SCHEMES
    except ValueError:
        return False


def _tag(tag: str, attributes: Attributes) -> str:
    written = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    return f"<{tag}{written}{'/' if tag in VOID else ''}>"
