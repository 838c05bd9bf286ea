"""A database of the run's own, so that nothing of anybody else's is touched."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.test import override_settings
from django.test.utils import setup_databases, teardown_databases


@contextmanager
def fresh_database() -> Iterator[None]:
    """Create an empty database with all tables, and a folder for its pictures; both go at the end."""
    connection.settings_dict["TEST"]["NAME"] = f"relevance_{os.getpid()}"
    before = setup_databases(verbosity=0, interactive=False)
    try:
        with tempfile.TemporaryDirectory() as folder, override_settings(MEDIA_ROOT=folder):
            yield
    finally:
        teardown_databases(before, verbosity=0)
