"""Writing a document element by element, in one namespace and without what XML cannot hold."""

from collections.abc import Iterator
from contextlib import contextmanager

from lxml import etree

from translating.xml import said

SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Writer:
    """A document that grows; elements are begun and ended, or stand around a `with` block."""

    def __init__(self, namespace: str) -> None:
        """Begin a document whose elements are all of `namespace`."""
        self.namespace = namespace
        self.builder = etree.TreeBuilder()

    def start(self, name: str, attributes: dict[str, str] | None = None) -> None:
        """Begin an element."""
        known = {key: said(value) for key, value in (attributes or {}).items()}
        self.builder.start(f"{{{self.namespace}}}{name}", known, {None: self.namespace})

    def end(self, name: str) -> None:
        """End an element."""
        self.builder.end(f"{{{self.namespace}}}{name}")

    def words(self, words: str) -> None:
        """Write some words."""
        self.builder.data(said(words))

    @contextmanager
    def element(self, name: str, attributes: dict[str, str] | None = None) -> Iterator[None]:
        """Write an element around what is written within."""
        self.start(name, attributes)
        yield
        self.end(name)

    def text(self, name: str, words: str, attributes: dict[str, str] | None = None) -> None:
        """Write an element that holds nothing but words."""
        with self.element(name, attributes):
            self.words(words)

    def document(self) -> bytes:
        """Return the document, which is complete."""
        return bytes(etree.tostring(self.builder.close(), xml_declaration=True, encoding="UTF-8"))
