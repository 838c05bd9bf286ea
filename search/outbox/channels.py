"""The notices that PostgreSQL carries between the processes, at the commit of what they tell of."""

from typing import Any

import psycopg
from django.db import connection

UPDATES = "search_updates"
"""Something waits for the worker."""
VOCABULARY = "search_vocabulary"
"""Synonyms, promoted results or withdrawals have changed; every web process listens."""
INDEX = "search_index"
"""An index has been written to, and will show it at its next refresh; every web process listens."""


_IMPATIENT: dict[str, Any] = {"connect_timeout": 5, "keepalives_idle": 10, "tcp_user_timeout": 15_000}


def notify(channel: str) -> None:
    """Send an empty notice, delivered when the caller's transaction commits."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, '')", [channel])


def listening(*channels: str) -> psycopg.Connection:
    """Return a connection of its own that hears the notices of some channels."""
    notices = psycopg.connect(**_plain(connection.get_connection_params()), **_IMPATIENT, autocommit=True)
    for channel in channels:
        notices.execute(f"LISTEN {channel}")
    return notices


def _plain(params: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is Django's own: its pool, its cursors, its types."""
    own = {"pool", "context", "cursor_factory", "prepare_threshold", *_IMPATIENT}
    return {name: value for name, value in params.items() if name not in own}
