"""The measures say what they are named for."""

import pytest

from tests.relevance.metrics import keystrokes, ndcg, recall, reciprocal_rank

GRADES = {1: 3, 2: 1}


@pytest.mark.parametrize(
    ("found", "value"),
    [([1, 2], 1), ([2, 1], 1 / 2), ([9, 8, 1], 1 / 3), ([2], 0), ([], 0), ([*range(10, 20), 1], 0)],
)
def test_the_reciprocal_rank_is_that_of_the_best_graded_page(found: list[int], value: float) -> None:
    assert reciprocal_rank(found, GRADES) == value


def test_the_reciprocal_rank_takes_the_first_of_several_equally_good_pages() -> None:
    assert reciprocal_rank([9, 2, 1], {1: 2, 2: 2}) == 1 / 2


def test_the_gain_is_whole_in_the_best_order_only() -> None:
    assert ndcg([1, 2], GRADES) == pytest.approx(1)
    assert ndcg([2, 1], GRADES) == pytest.approx((1 + 7 / 1.58496) / (7 + 1 / 1.58496), rel=1e-4)
    assert ndcg([9], GRADES) == 0


def test_recall_counts_the_expected_pages_among_ten() -> None:
    assert recall([2, 9], GRADES) == 1 / 2
    assert recall(range(10), dict.fromkeys(range(20), 1)) == 1
    assert recall([*range(10, 20), 1], GRADES) == 0


def test_keystrokes_are_counted_until_the_wanted_page_is_first() -> None:
    answers = {"d": [2, 1], "de": [1, 2]}
    assert keystrokes(lambda text: answers.get(text, []), "desk", GRADES) == 2


def test_a_page_that_never_comes_first_takes_more_keystrokes_than_there_are() -> None:
    assert keystrokes(lambda text: [2, 1], "desk", GRADES) == 5
