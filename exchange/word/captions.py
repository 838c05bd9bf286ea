"""What the converter's HTML says only by its order: title and captions. Imports no Django."""

from bs4 import BeautifulSoup
from bs4.element import Tag

TITLE, CAPTION = "document-title", "document-caption"
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def arranged(html: str) -> tuple[str, str]:
    """Return the title and the HTML without it: what its author styled so, else a heading above everything."""
    soup = BeautifulSoup(html, "html.parser")
    _captions(soup)
    return _title(soup), str(soup)


def _title(soup: BeautifulSoup) -> str:
    styled = soup.find("h1", class_=TITLE)
    first = next((one for one in soup.children if isinstance(one, Tag) and one.get_text().strip()), None)
    if not isinstance(styled, Tag) and first is not None and first.name in HEADINGS:
        styled = first
    if not isinstance(styled, Tag):
        return ""
    for picture in styled.find_all("img"):
        styled.insert_after(picture.extract())
    title = " ".join(styled.extract().get_text().split())
    for other in soup.find_all("h1", class_=TITLE):
        other.name = "h2"
    return title


def _captions(soup: BeautifulSoup) -> None:
    for caption in soup.find_all("p", class_=CAPTION):
        before, after = caption.find_previous_sibling(), caption.find_next_sibling()
        if isinstance(before, Tag) and before.name == "p" and _is_picture(before):
            before.name = "figure"
            before.append(caption.extract())
            caption.name = "figcaption"
        elif isinstance(after, Tag) and after.name == "table":
            after.insert(0, caption.extract())
            caption.name = "caption"
        elif isinstance(before, Tag) and before.name == "table" and before.find("caption") is None:
            before.insert(0, caption.extract())
            caption.name = "caption"


def _is_picture(paragraph: Tag) -> bool:
    return len(paragraph.find_all("img")) == 1 and not paragraph.get_text().strip()
