"""How quickly the application server answers, beside a plain file that it answers in the same moments."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from tests.benchmarks.asking import ask
from tests.benchmarks.pages.places import Place
from tests.benchmarks.site import Site
from tests.benchmarks.timings import Timings, percentile

CONNECTIONS = 8
FLOOR = "/static/plain.html"
"""The file; whoever starts the site puts it there."""
FLOOR_TEXT = '<!DOCTYPE html><html lang="en"><title>Plain</title><p>A plain page.</p></html>'


@dataclass(frozen=True)
class Answered:
    """How a page was answered: whole answers, whose first byte is not sent before the page is ready."""

    milliseconds: float
    """Half of the answers took no longer, one at a time."""
    half: float
    most: float
    """Within what 50 and 95 of a hundred answers came, in times of half of the plain file's."""
    alone: float
    together: float
    """Answers in a second over one connection and over several, as parts of the plain file's."""
    failures: int
    bytes: int


def answered(site: Site, place: Place, requests: int) -> Answered:
    """Ask for a page that has been asked for before, and for the plain file in turn with it."""
    _asked(site, place.path, 2 * CONNECTIONS, CONNECTIONS)
    floor, page = _both(site, place.path, requests, 1)
    floor_of_many, page_of_many = _both(site, place.path, 2 * requests, CONNECTIONS)
    unit = floor.percentile(50)
    return Answered(
        milliseconds=page.percentile(50) * 1000,
        half=page.percentile(50) / unit,
        most=page.percentile(95) / unit,
        alone=page.per_second / floor.per_second,
        together=page_of_many.per_second / floor_of_many.per_second,
        failures=page.failures + page_of_many.failures,
        bytes=page.largest,
    )


def answered_first(site: Site, places: Sequence[Place], starts: int) -> dict[Place, float]:
    """Return how long each page takes that nobody has asked for since the server was started.

    In times of the plain file, the middle of so many starts; no page is always the first.
    """
    took: dict[Place, list[float]] = {place: [] for place in places}
    for number in range(starts):
        at = len(places) * number // starts
        with site.serving():
            unit = _asked(site, FLOOR, 50, 1).percentile(50)
            for place in [*places[at:], *places[:at]]:
                took[place].append(_asked(site, place.path, 1, 1).percentile(50) / unit)
    return {place: percentile(sorted(times), 50) for place, times in took.items()}


def _both(site: Site, path: str, requests: int, connections: int) -> tuple[Timings, Timings]:
    """Ask for the file before the page and after it: what else the machine does changes all the time."""
    before = _asked(site, FLOOR, requests, connections)
    page = _asked(site, path, requests, connections)
    after = _asked(site, FLOOR, requests, connections)
    return Timings(before.seconds + after.seconds, before.latencies + after.latencies), page


def _asked(site: Site, path: str, requests: int, connections: int) -> Timings:
    head = f"GET {path} HTTP/1.1\r\nHost: {urlsplit(site.address).netloc}\r\nAccept-Encoding: gzip\r\n\r\n"
    return ask(site.address, [head.encode()] * requests, connections)
