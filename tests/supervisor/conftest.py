"""The tests' servers, with a database of the demo's own."""

import os
import uuid
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

import psycopg
import pytest


@pytest.fixture
def servers() -> Iterator[Mapping[str, str]]:
    """The variables that name the tests' servers, with an empty database."""
    database = os.environ.get("DATABASE_URL", "")
    if not database:
        pytest.fail("These tests need a real PostgreSQL: run `make test`.")
    name = f"demo_{uuid.uuid4().hex[:8]}"
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    yield {"DATABASE_URL": urlsplit(database)._replace(path=f"/{name}").geturl()}
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
