"""Words with emphasis and links, as the rich text that the site keeps."""

import re
from collections.abc import Iterable
from html import unescape
from urllib.parse import urlsplit

from bs4.element import NavigableString, PageElement, Tag
from django.utils.html import escape, strip_tags

from exchange.composing.findings import Left, Noticed
from exchange.composing.links import Targets

DEEPEST = 40
BOLD, ITALIC = frozenset({"b", "strong"}), frozenset({"i", "em", "cite", "dfn", "var"})
MARKED, CODE = frozenset({"u", "mark", "ins"}), frozenset({"code", "kbd", "samp", "tt"})
STRUCK = frozenset({"s", "strike", "del"})
RAISED = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
BACK = frozenset("↑↩⏎^")
HAN = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
BREAK_IN_HAN = re.compile(rf"(?<=[{HAN}])[ \t]*\r?\n\s*(?=[{HAN}])")
BLANKS = re.compile(r"[ \t\r\n\f\v\xa0]+")
EDGES = re.compile(r"^(?:\s|<br/>)+|(?:\s|<br/>)+$")


class Words:
    """Writes what stands in a line; notes what it cannot write."""

    def __init__(self, noticed: Noticed) -> None:
        self._noticed = noticed
        self._targets = Targets()

    def html(self, nodes: Iterable[PageElement]) -> str:
        """Return rich text without a paragraph around it; empty when there is nothing to read."""
        return EDGES.sub("", re.sub(" {2,}", " ", self._all(nodes, 0)))

    def plain(self, nodes: Iterable[PageElement]) -> str:
        """Return the words alone, for where there is no emphasis and no link."""
        nodes = list(nodes)
        for node in nodes:
            self._note_links(node)
        text = unescape(strip_tags(self.html(nodes).replace("<br/>", "\n")))
        return " ".join(BREAK_IN_HAN.sub("", text).split())

    def _all(self, nodes: Iterable[PageElement], depth: int) -> str:
        return "".join(self._one(node, depth) for node in nodes)

    def _one(self, node: PageElement, depth: int) -> str:
        if isinstance(node, NavigableString):
            return str(escape(BLANKS.sub(" ", BREAK_IN_HAN.sub("", str(node)))))
        if not isinstance(node, Tag) or node.name == "rp":
            return ""
        if node.name == "br":
            return "<br/>"
        if depth > DEEPEST:
            self._noticed.note(Left.NESTED)
            return str(escape(" ".join(node.get_text(" ").split())))
        return self._marked(node, self._all(node.children, depth + 1))

    def _marked(self, node: Tag, inner: str) -> str:
        if not inner.strip():
            return " " if inner else ""
        if node.name in BOLD:
            return f"<b>{inner}</b>"
        if node.name in ITALIC:
            return f"<i>{inner}</i>"
        if node.name == "a":
            return self._link(str(node.get("href") or ""), inner)
        if node.name in ("rt", "rtc"):
            return f"({inner.strip()})"
        if node.name == "q":
            return f"“{inner}”"
        if node.name in ("sup", "sub"):
            return self._raised(node, inner)
        self._note(node, inner)
        return inner

    def _note(self, node: Tag, inner: str) -> None:
        if node.name in MARKED:
            self._noticed.note(Left.MARKS)
        elif node.name in STRUCK:
            self._noticed.note(Left.STRUCK, strip_tags(inner))
        elif node.name in CODE:
            self._noticed.note(Left.CODE)

    def _link(self, address: str, inner: str) -> str:
        if address.startswith("#"):
            return "" if strip_tags(inner).strip() in BACK else inner
        attributes = self._targets.attributes(address) if address else {}
        if attributes is None:
            self._noticed.note(Left.LINKS, address)
        if not attributes:
            return inner
        written = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
        return f"<a{written}>{inner}</a>"

    def _raised(self, node: Tag, inner: str) -> str:
        """Return raised letters as such where there are any; the number of a note in brackets."""
        text = node.get_text().strip()
        if leads_to_note(node):
            return inner if text.startswith(("[", "［", "〔", "(", "（")) else f"[{inner.strip()}]"
        known = RAISED if node.name == "sup" else LOWERED
        if all(ord(char) in known for char in text):
            return text.translate(known)
        self._noticed.note(Left.RAISED, text)
        return inner

    def _note_links(self, node: PageElement) -> None:
        if isinstance(node, Tag):
            for link in [node, *node.find_all("a")] if node.name == "a" else node.find_all("a"):
                address = str(link.get("href") or "")
                if urlsplit_scheme(address) in ("http", "https"):
                    self._noticed.note(Left.LINKS_IN_PLAIN, address)


def leads_to_note(node: Tag) -> bool:
    """Whether an element is the sign of a note: a link within the page."""
    link = node if node.name == "a" else node.find("a") or node.find_parent("a")
    return isinstance(link, Tag) and str(link.get("href") or "").startswith("#")


def urlsplit_scheme(address: str) -> str:
    """Return the scheme of an address; empty when it is none."""
    try:
        return urlsplit(address).scheme
    except ValueError:
        return ""
