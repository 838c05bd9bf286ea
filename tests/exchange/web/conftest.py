"""A site of others that runs for a test."""

from collections.abc import Iterator

import pytest

from tests.exchange.web.site import Server, served


@pytest.fixture
def site() -> Iterator[Server]:
    """The site of others."""
    with served() as server:
        yield server
