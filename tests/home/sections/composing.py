"""A home page composed of sections, and what a reader gets of it."""

from typing import Any

from django.test import Client

from tests.conftest import Tree
from tests.factories import published


def composed(tree: Tree, *sections: tuple[str, dict[str, Any]]) -> None:
    """Publish the home page of a language with some sections."""
    tree.home.sections = list(sections)
    published(tree.home)


def html(client: Client, address: str) -> str:
    """Return the HTML of a page that answers 200."""
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()
