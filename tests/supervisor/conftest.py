"""The tests' servers, with a database of the demo's own."""

from collections.abc import Iterator, Mapping

import pytest

from tests import databases


@pytest.fixture
def servers(django_db_setup: object) -> Iterator[Mapping[str, str]]:
    """The variables that name the tests' servers, with a database without pages."""
    with databases.copied("demo") as database:
        yield {"DATABASE_URL": database}
