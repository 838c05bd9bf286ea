"""RSS and Atom: the entries of a feed as articles."""

import datetime
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from xml.etree.ElementTree import Element, tostring

from django.utils.translation import gettext as _

from exchange.sites.reading import Found, Unfit
from exchange.sites.reading.articles import Articles, Item, moment
from exchange.sites.reading.given import Given
from exchange.sites.reading.xml import elements, text_of

ATOM = "{http://www.w3.org/2005/Atom}"
RSS1 = "{http://purl.org/rss/1.0/}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
DUBLIN = "{http://purl.org/dc/elements/1.1/}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
WANTED = {"item", f"{RSS1}item", f"{ATOM}entry", "language", f"{DUBLIN}language"}


def read(given: Given) -> Iterator[Found | Unfit]:
    """Yield the rows of a feed; its keys are counted from the addresses of its entries."""
    articles, language, number = Articles("feed", given.place), "", 0
    for element in elements(given.path, WANTED, given.at):
        if element.tag.endswith("language"):
            language = language or (element.text or "").strip()
            continue
        number += 1
        item = _of_atom(element) if element.tag == f"{ATOM}entry" else _of_rss(element)
        item.where = _("entry %s") % number
        item.language = item.language or language
        yield from articles.rows(item)


def _of_rss(element: Element) -> Item:
    own = RSS1 if element.tag.startswith(RSS1) else ""
    link = text_of(element, f"{own}link")
    return Item(
        where="",
        number=text_of(element, "guid") or link,
        title=text_of(element, f"{own}title"),
        html=text_of(element, CONTENT) or text_of(element, f"{own}description"),
        summary=text_of(element, f"{own}description") if element.find(CONTENT) is not None else "",
        published=_by_mail(text_of(element, "pubDate")) or moment(text_of(element, f"{DUBLIN}date")),
        author=text_of(element, f"{DUBLIN}creator") or text_of(element, "author"),
        categories=[(one.text or "").strip() for one in element.findall("category") if one.text],
        addresses=[link],
    )


def _of_atom(element: Element) -> Item:
    links = element.findall(f"{ATOM}link")
    own = next((one.get("href", "") for one in links if one.get("rel", "alternate") == "alternate"), "")
    published = text_of(element, f"{ATOM}published") or text_of(element, f"{ATOM}updated")
    return Item(
        where="",
        number=text_of(element, f"{ATOM}id") or own,
        title=text_of(element, f"{ATOM}title"),
        html=_content(element, "content") or _content(element, "summary"),
        language=element.get(LANGUAGE, ""),
        summary=text_of(element, f"{ATOM}summary"),
        published=moment(published),
        modified=moment(text_of(element, f"{ATOM}updated")),
        author=text_of(element, f"{ATOM}author/{ATOM}name"),
        categories=[one.get("label") or one.get("term") or "" for one in element.findall(f"{ATOM}category")],
        addresses=[own],
    )


def _content(entry: Element, name: str) -> str:
    """Return the text of an entry; one that is XHTML is written anew as text."""
    part = entry.find(f"{ATOM}{name}")
    if part is None:
        return ""
    if part.get("type") == "xhtml":
        html = "".join(tostring(child, encoding="unicode", method="html") for child in part)
        return html.replace("html:", "").replace("ns0:", "")
    return part.text or ""


def _by_mail(text: str) -> datetime.datetime | None:
    """Return the moment that a date in the form of e-mails says."""
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, TypeError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=datetime.UTC)
