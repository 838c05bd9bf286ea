"""What a reader of a page sees, taken from its HTML."""

from typing import Any

from bs4 import BeautifulSoup, Tag
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext


def page(client: Client, address: str, **params: Any) -> BeautifulSoup:
    """Return the page at an address; fails when it cannot be had."""
    response = client.get(address, params)
    assert response.status_code == 200, f"{address} answers {response.status_code}"
    return BeautifulSoup(response.content.decode(), "html.parser")


def one(soup: Tag, selector: str) -> Tag:
    """Return the only element of a page that a selector names; fails when there is none or another one."""
    [element] = soup.select(selector)
    return element


def main(client: Client, address: str, **params: Any) -> str:
    """Return the words of a page's main part, one space between them."""
    return " ".join(_main(page(client, address, **params)).get_text(" ").split())


def links(client: Client, address: str, **params: Any) -> dict[str, str]:
    """Return the addresses in a page's main part by the words of their links."""
    anchors = _main(page(client, address, **params)).find_all("a", href=True)
    return {" ".join(anchor.get_text(" ").split()): str(anchor["href"]) for anchor in anchors}


def titles(client: Client, address: str, **params: Any) -> list[str]:
    """Return the headings of the cards in a page's main part, in their order."""
    headings = _main(page(client, address, **params)).select("article h3")
    return [" ".join(heading.get_text(" ").split()) for heading in headings]


def queries(client: Client, address: str) -> list[str]:
    """Return the queries that a page costs once what it caches is cached."""
    page(client, address)
    with CaptureQueriesContext(connection) as captured:
        page(client, address)
    return [query["sql"] for query in captured.captured_queries]


def _main(soup: BeautifulSoup) -> Any:
    found = soup.find("main")
    assert found is not None
    return found
