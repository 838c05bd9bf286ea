"""Databases of a test's own, with all tables: copied, since migrating takes as long as many tests."""

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from urllib.parse import urlsplit

import psycopg
import pytest
from django.db import connection
from django.test.utils import setup_databases, teardown_databases


@contextmanager
def copyable() -> Iterator[None]:
    """Keep a copy of the worker's test database, to which nobody is connected; only such can be copied."""
    with nullcontext() if _is_made() else _made():
        connection.close()
        with _server() as server:
            server.execute(f"DROP DATABASE IF EXISTS {_migrated()}")
            server.execute(f"CREATE DATABASE {_migrated()} TEMPLATE {connection.settings_dict['NAME']}")
        yield
        with _server() as server:
            server.execute(f"DROP DATABASE {_migrated()}")


@contextmanager
def copied(purpose: str) -> Iterator[str]:
    """Give the address of a database as it is after migrating; asks for `django_db_setup`."""
    name = f"{purpose}_{uuid.uuid4().hex[:8]}"
    with _server() as server:
        server.execute(f"CREATE DATABASE {name} TEMPLATE {_migrated()}")
    try:
        yield urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()
    finally:
        with _server() as server:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _is_made() -> bool:
    """Return whether a test is in a database: where all use copies only, pytest-django makes none."""
    return f"/{connection.settings_dict['NAME']}" != urlsplit(os.environ.get("DATABASE_URL", "")).path


@contextmanager
def _made() -> Iterator[None]:
    before = setup_databases(verbosity=0, interactive=False)
    yield
    teardown_databases(before, verbosity=0)


def _migrated() -> str:
    return f"{connection.settings_dict['NAME']}_migrated"


def _server() -> psycopg.Connection:
    address = os.environ.get("DATABASE_URL", "")
    if not address:
        pytest.fail("These tests need a real PostgreSQL: run `make test`.")
    return psycopg.connect(urlsplit(address)._replace(path="/postgres").geturl(), autocommit=True)
