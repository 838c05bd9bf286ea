"""A client before whose every request the worker has been there."""

from typing import Any

import pytest
from django.test import Client

from search.updates.worker import refresh_entries


class AfterTheWorker(Client):
    """Brings the entries in the database up to date, then asks."""

    def get(self, *args: Any, **kwargs: Any) -> Any:
        """Answer as the site does once the worker has nothing left to do."""
        refresh_entries()
        return super().get(*args, **kwargs)


@pytest.fixture
def client() -> Client:
    """Return a client that sees every change that has been recorded."""
    return AfterTheWorker()
