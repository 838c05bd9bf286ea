"""The suggestions against Elasticsearch asked directly, both in turn in one run."""

from collections.abc import Callable, Iterator
from itertools import islice

from tests.benchmarks.asking import ask
from tests.benchmarks.bars import Figure
from tests.benchmarks.keystrokes import Typed
from tests.benchmarks.targets import Elasticsearch, Suggestions, Target
from tests.benchmarks.timings import Timings, typical

ROUNDS = 3
LARGEST_ANSWER = 4096

Stream = Iterator[Typed]


def compared(site: Suggestions, stream: Stream, connections: int, requests: int) -> tuple[Timings, Timings]:
    """Return what the site took, and Elasticsearch, each the median of rounds in turn.

    No round asks what another has asked, unless the stream repeats itself.
    """
    targets: tuple[Target, Target] = (site, Elasticsearch())
    runs: dict[str, list[Timings]] = {target.name: [] for target in targets}
    for number in range(ROUNDS):
        for target in targets if number % 2 else reversed(targets):
            batch = [target.request(typed) for typed in islice(stream, requests)]
            runs[target.name].append(ask(target.address, batch, connections))
    return typical(runs[targets[0].name]), typical(runs[targets[1].name])


def figures(site: Suggestions, never_asked: Stream, realistic: Callable[[], Stream]) -> Iterator[Figure]:
    """Yield what was measured, with the bars."""
    own, bare = compared(site, never_asked, connections=8, requests=2_500)
    yield from _rates("never asked before, 8 connections", own, bare, least=0.45)
    yield Figure("  p99, times Elasticsearch's", own.percentile(99) / bare.percentile(99), most=2.5)
    yield Figure("largest answer", own.largest, "bytes", most=LARGEST_ANSWER)
    yield Figure("answers other than 200", own.failures + bare.failures, most=0)
    own, bare = compared(site, never_asked, connections=1, requests=700)
    yield from _rates("never asked before, 1 connection", own, bare)
    yield Figure("  p50, times Elasticsearch's", own.percentile(50) / bare.percentile(50), most=2.0)
    stream = realistic()
    # A site that is in use has been asked before.
    ask(site.address, [site.request(typed) for typed in islice(stream, 12_000)], 8)
    own, bare = compared(site, stream, connections=8, requests=12_000)
    yield from _rates("as readers type, 8 connections", own, bare, least=1.5)


def _rates(what: str, own: Timings, bare: Timings, least: float | None = None) -> Iterator[Figure]:
    for name, timings in (("Elasticsearch", bare), ("suggestions", own)):
        yield Figure(f"{what}: {name}", timings.per_second, "/s")
        yield Figure("  p50", timings.percentile(50) * 1000, "ms")
        yield Figure("  p99", timings.percentile(99) * 1000, "ms")
    yield Figure(f"{what}: times Elasticsearch's rate", own.per_second / bare.per_second, least=least)
