"""XML piece by piece: entities are refused, an item has bounded size, and what was read is forgotten."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse
from django.utils.translation import gettext as _

from exchange.sites.form.errors import Unreadable

MOST_BYTES = 32 * 1024**2
"""What may stand between the ends of two items."""
DEEPEST = 200
"""How deep elements may stand in each other: no format of those that are read goes half as deep."""


class Metered:
    """Hands out a file and stops when an item has no end."""

    def __init__(self, file: IO[bytes], at: Callable[[int], None]) -> None:
        self.file = file
        self.at = at
        self.since = self.done = 0

    def read(self, size: int = -1) -> bytes:
        """Return some bytes; raises `Unreadable` for an item of more than bounded size."""
        chunk = self.file.read(min(size, 65536) if size > 0 else 65536)
        self.since += len(chunk)
        self.done += len(chunk)
        if self.since > MOST_BYTES:
            raise Unreadable(_("An item of this file is larger than %s MB.") % (MOST_BYTES // 1024**2))
        self.at(self.done)
        return chunk


def elements(path: Path, wanted: set[str], at: Callable[[int], None]) -> Iterator[Element]:
    """Yield the elements with some names, each once it is complete; raises `Unreadable` for broken XML."""
    with path.open("rb") as file:
        metered = Metered(file, at)
        above: list[Element] = []
        try:
            for event, element in iterparse(metered, events=("start", "end"), forbid_dtd=True):
                if event == "start":
                    above.append(element)
                    if len(above) > DEEPEST:
                        raise Unreadable(_("Elements of this file stand too deep in each other."))
                    continue
                above.pop()
                if element.tag in wanted:
                    yield element
                    metered.since = 0
                    element.clear()
                    if above:
                        above[-1].remove(element)
        except DefusedXmlException as error:
            raise Unreadable(_("The file declares entities: such files are not read.")) from error
        except ParseError as error:
            line = error.position[0]
            raise Unreadable(_("The file is no well-formed XML from line %s on.") % line) from error
        except (LookupError, ValueError) as error:
            raise Unreadable(_("The file is no XML that can be read: %s") % str(error)[:160]) from error


def text_of(element: Element, name: str) -> str:
    """Return the text of a part of an element; empty where there is none."""
    return (element.findtext(name) or "").strip()
