"""How many queries a page asks of the database once its process is warm."""

from collections.abc import Iterable
from typing import Any

from tests.benchmarks.pages.places import Place


def queries(host: str, places: Iterable[Place]) -> dict[Place, int]:
    """Return the number of queries of the second time that a page is asked for."""
    from django.test import Client

    client = Client(headers={"host": host})
    return {place: _asked(client, place) for place in places}


def _asked(client: Any, place: Place) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.get(place.path)
    with CaptureQueriesContext(connection) as captured:
        response = client.get(place.path)
    assert response.status_code == 200, (place.path, response.status_code)
    return len(captured)
