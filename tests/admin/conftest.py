"""The editors' interface, entered by an administrator."""

import pytest
from django.test import Client

from tests.conftest import Tree
from tests.factories import administrator


@pytest.fixture
def editor(zh: Tree, client: Client) -> Client:
    """A browser in which an administrator is logged in."""
    client.force_login(administrator())
    return client
