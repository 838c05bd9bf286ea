"""What it takes to make a page once its process is warm: queries, and processor time of its own."""

import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from tests.benchmarks.pages.places import Place

TIMES = 5


@dataclass(frozen=True)
class Made:
    """What a page takes."""

    queries: int
    milliseconds: float
    """Of this process alone, without those of the database: other programs beside it hardly change it."""


def made(host: str, places: Iterable[Place]) -> dict[Place, Made]:
    """Return what each page takes."""
    from django.test import Client

    client = Client(headers={"host": host, "accept-encoding": "gzip"})
    return {place: _made(client, place) for place in places}


def _made(client: Any, place: Place) -> Made:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.get(place.path)
    began = time.process_time()
    for _number in range(TIMES):
        client.get(place.path)
    took = (time.process_time() - began) / TIMES * 1000
    with CaptureQueriesContext(connection) as captured:
        response = client.get(place.path)
    assert response.status_code == 200, (place.path, response.status_code)
    return Made(len(captured), took)
