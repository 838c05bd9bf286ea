"""What a run took, in figures."""

import pytest

from tests.benchmarks.bars import Figure, table
from tests.benchmarks.timings import Timings, percentile, typical


@pytest.mark.parametrize(("share", "value"), [(50, 5.0), (95, 10.0), (90, 9.0), (1, 1.0), (100, 10.0)])
def test_percentile_is_by_nearest_rank(share: float, value: float) -> None:
    assert percentile([float(number) for number in range(1, 11)], share) == value


def test_no_values_have_no_percentile() -> None:
    with pytest.raises(ValueError, match="no values"):
        percentile([], 50)


def test_typical_run_is_the_one_in_the_middle() -> None:
    runs = [Timings(seconds, [1.0] * 10) for seconds in (1.0, 5.0, 2.0)]
    assert typical(runs).per_second == 5.0


@pytest.mark.parametrize(
    ("figure", "is_met"),
    [
        (Figure("rate", 0.46, least=0.45), True),
        (Figure("rate", 0.44, least=0.45), False),
        (Figure("p99", 2.5, most=2.5), True),
        (Figure("p99", 2.6, most=2.5), False),
        (Figure("size", 1.0), True),
    ],
)
def test_figure_is_held_against_its_bar(figure: Figure, is_met: bool) -> None:
    assert figure.is_met is is_met
    assert ("MISSED" in table([figure])) is not is_met
