"""How soon the database answers while Elasticsearch hangs, and when Elasticsearch is asked again."""

from collections.abc import Iterator, Sequence
from itertools import islice

import psutil

from designcity.servers.ports import LOOPBACK
from tests.benchmarks.asking import ask
from tests.benchmarks.bars import Figure
from tests.benchmarks.keystrokes import Typed
from tests.benchmarks.targets import Results, Suggestions
from tests.benchmarks.timings import Timings

MOST_MS = 300
"""What a reader may have to wait."""


def figures(site: Suggestions, stream: Iterator[Typed], port: int) -> Iterator[Figure]:
    """Yield how long readers wait from the moment on at which Elasticsearch hangs."""
    suggestions, results = list(islice(stream, 400)), list(islice(stream, 200))
    server = _listening_on(port)
    server.suspend()
    try:
        at_first = _asked(site, suggestions[:20], 4)
        later = _asked(site, suggestions[20:], 4)
        pages = _asked(Results(site.address), results, 4)
    finally:
        server.resume()
    yield Figure(
        "Elasticsearch hangs: first suggestions, slowest", max(at_first.latencies) * 1000, "ms", most=MOST_MS
    )
    yield Figure("  suggestions afterwards, p50", later.percentile(50) * 1000, "ms")
    yield Figure("  suggestions afterwards, p99", later.percentile(99) * 1000, "ms", most=MOST_MS)
    yield Figure("  results pages, p50", pages.percentile(50) * 1000, "ms")
    yield Figure("  results pages, p99", pages.percentile(99) * 1000, "ms", most=MOST_MS)
    yield Figure("  answers other than 200", at_first.failures + later.failures + pages.failures, most=0)


def _asked(target: Suggestions, typed: Sequence[Typed], connections: int) -> Timings:
    return ask(target.address, [target.request(one) for one in typed], connections)


def _listening_on(port: int) -> psutil.Process:
    for connection in psutil.net_connections(kind="tcp"):
        if connection.laddr and connection.laddr[1] == port and connection.status == psutil.CONN_LISTEN:
            return psutil.Process(connection.pid)
    raise RuntimeError(
        f"Nothing listens on {LOOPBACK}:{port}: the benchmark has to run where Elasticsearch does."
    )
