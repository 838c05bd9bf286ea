"""The names in Word's XML, with the namespaces of both editions of the standard. Imports no Django."""

from xml.etree.ElementTree import Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = {
    "http://purl.oclc.org/ooxml/wordprocessingml/main": W,
    "http://purl.oclc.org/ooxml/officeDocument/relationships": R,
    "http://purl.oclc.org/ooxml/drawingml/main": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "http://purl.oclc.org/ooxml/drawingml/picture": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": (
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    ),
}


def w(name: str) -> str:
    """Return a name of the text's own vocabulary as the parser writes it."""
    return f"{{{W}}}{name}"


def local(element: Element) -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def words_in(element: Element) -> str:
    """Return the words within an element."""
    return "".join(one.text or "" for one in element.iter() if local(one) == "t")


def within(element: Element, *names: str) -> list[Element]:
    """Return the elements within with one of the names, whatever their namespace."""
    return [one for one in element.iter() if local(one) in names]
