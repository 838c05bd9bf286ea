"""XML from outside, guarded: no entities, and bounded in size and depth."""

import io
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse
from django.utils.translation import gettext as _

DEEPEST = 64
MOST_ELEMENTS = 300_000


class NoXML(ValueError):
    """A file that is no XML that can be read; the message says why."""


def is_xml(content: bytes) -> bool:
    """Whether a file is XML, by its beginning; XML may be in UTF-16."""
    start = content.removeprefix(b"\xef\xbb\xbf").lstrip()[:200]
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return start.decode("utf-16", "ignore").lstrip().startswith("<")
    return start.startswith(b"<")


def document(content: bytes) -> Element:
    """Return the root of a document; the caller bounds the bytes. Raises NoXML."""
    depth = count = 0
    root: Element | None = None
    try:
        for event, element in iterparse(io.BytesIO(content), events=("start", "end")):
            if root is None:
                root = element
            depth += 1 if event == "start" else -1
            count += event == "start"
            if depth > DEEPEST or count > MOST_ELEMENTS:
                raise NoXML(_("The file is nested too deep or has too many parts: divide it."))
    except DefusedXmlException as error:
        raise NoXML(_("The file declares entities: such files are not read.")) from error
    except ParseError as error:
        raise NoXML(_("The file is no well-formed XML from line %s on.") % error.position[0]) from error
    except (LookupError, ValueError) as error:
        if isinstance(error, NoXML):
            raise
        raise NoXML(_("The file is no XML that can be read: %s") % str(error)[:160]) from error
    if root is None:
        raise NoXML(_("The file is empty."))
    return root


def local(element: Element) -> str:
    """Return the name of an element without its namespace; empty for comments and instructions."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def namespace(element: Element) -> str:
    """Return the namespace of an element."""
    return element.tag[1:].partition("}")[0] if element.tag.startswith("{") else ""


def said(text: str) -> str:
    """Return a text without the characters that XML cannot hold."""
    return "".join(one for one in text if one in "\t\n\r" or (one >= " " and one not in "\ufffe\uffff"))
