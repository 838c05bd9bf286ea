"""How good an answer is: pages in their order, held against the grades of those that were expected."""

import math
from collections.abc import Callable, Mapping, Sequence

DEPTH = 10
"""Nobody looks further than the first page of results."""

Grades = Mapping[int, int]
"""By page id, 1 to 3; what is not there is no answer to the query."""


def reciprocal_rank(found: Sequence[int], grades: Grades) -> float:
    """Return 1 when one of the best-graded pages comes first, 1/2 when second, …, 0 when not in the ten."""
    best = best_graded(grades)
    ranks = (rank for rank, page_id in enumerate(found[:DEPTH], start=1) if page_id in best)
    return 1 / next(ranks, math.inf)


def ndcg(found: Sequence[int], grades: Grades) -> float:
    """Return the discounted gain of the ten against that of the best ten possible; the gain is 2^grade - 1."""
    ideal = _discounted(sorted(grades.values(), reverse=True))
    return _discounted([grades.get(page_id, 0) for page_id in found]) / ideal if ideal else 0.0


def recall(found: Sequence[int], grades: Grades) -> float:
    """Return the share of the expected pages among the first ten; of more than ten, ten are all."""
    return len(set(found[:DEPTH]) & set(grades)) / min(len(grades), DEPTH) if grades else 0.0


def keystrokes(suggest: Callable[[str], Sequence[int]], text: str, grades: Grades) -> int:
    """Return how many characters it takes until a best-graded page is first; one more if it never is."""
    best = best_graded(grades)
    for typed in range(1, len(text) + 1):
        if text[:typed].strip() and set(suggest(text[:typed])[:1]) & best:
            return typed
    return len(text) + 1


def best_graded(grades: Grades) -> set[int]:
    """Return the pages with the best grade that is given."""
    return {page_id for page_id, grade in grades.items() if grade == max(grades.values())}


def _discounted(grades: Sequence[int]) -> float:
    gains = (2**grade - 1 for grade in grades[:DEPTH])
    return sum(gain / math.log2(rank + 1) for rank, gain in enumerate(gains, start=1))
