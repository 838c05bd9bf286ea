"""What a run of requests took."""

import math
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Timings:
    """How long a run took, and each of its requests; all in seconds."""

    seconds: float
    latencies: list[float]
    failures: int = 0
    largest: int = 0
    """Bytes of the largest answer."""

    @property
    def per_second(self) -> float:
        """Requests answered in a second."""
        return len(self.latencies) / self.seconds

    def percentile(self, share: float) -> float:
        """Return the latency that so many of a hundred requests did not exceed (nearest rank)."""
        return percentile(self._sorted, share)

    @cached_property
    def _sorted(self) -> list[float]:
        return sorted(self.latencies)


def percentile(ascending: list[float], share: float) -> float:
    """Return the value at a percentile of values in ascending order, by nearest rank; raise for none."""
    if not ascending:
        raise ValueError("There are no values to take a percentile of.")
    return ascending[max(math.ceil(share / 100 * len(ascending)) - 1, 0)]


def typical(runs: list[Timings]) -> Timings:
    """Return the run in the middle, by its rate."""
    return sorted(runs, key=lambda run: run.per_second)[len(runs) // 2]
