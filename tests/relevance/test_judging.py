"""Each class is asked and scored in its own way, and the bars are held against the means."""

import pytest

from tests.relevance.bars import Means, means, missed
from tests.relevance.judged import Query
from tests.relevance.judging import Score, judge
from tests.relevance.report import table

IDS = {"chair": {"zh-hans": 1, "en": 2}, "table": {"zh-hans": 3, "en": 4}}


class Fake:
    """Finds and suggests what it was told."""

    name = prefix = "fake"

    def __init__(self, found: dict[str, list[int]], suggested: dict[str, list[int]]) -> None:
        self.found, self.suggested = found, suggested

    def find(self, language: str, text: str) -> list[int]:
        """Return what is to be found for a text."""
        return self.found.get(text, [])

    def suggest(self, language: str, text: str) -> list[int]:
        """Return what is to be suggested for a text."""
        return self.suggested.get(text, [])


def asked(kind: str, text: str, expected: dict[str, int], engine: Fake, language: str = "en") -> Score:
    (score,) = judge(engine, [Query(language, kind, text, expected, "here")], IDS)
    return score


def test_a_page_is_expected_in_the_language_of_the_query() -> None:
    engine = Fake({"椅子": [1], "chair": [1]}, {})
    assert asked("known", "椅子", {"chair": 3}, engine, "zh-hans").mrr == 1
    assert asked("known", "chair", {"chair": 3}, engine).mrr == 0


def test_what_is_typed_so_far_is_asked_of_the_suggestions_at_each_keystroke() -> None:
    engine = Fake({}, {"t": [2], "ta": [4], "tab": [4, 2]})
    score = asked("prefix", "tab", {"table": 3, "chair": 1}, engine)
    assert (score.mrr, score.ndcg, score.keystrokes) == (1, 1, 2)


@pytest.mark.parametrize(
    ("found", "suggested", "value"), [({}, {}, 1), ({"zzz": [9]}, {}, 0), ({}, {"zzz": [9]}, 0)]
)
def test_nothing_may_be_found_nor_suggested(
    found: dict[str, list[int]], suggested: dict[str, list[int]], value: float
) -> None:
    score = asked("nothing", "zzz", {}, Fake(found, suggested))
    assert (score.mrr, score.ndcg, score.recall, score.keystrokes) == (value, None, None, None)


def test_means_are_of_a_class_in_a_language() -> None:
    engine = Fake({"chair": [2], "table": [2, 4]}, {})
    scores = [asked("known", name, {name: 3}, engine) for name in ("chair", "table")]
    found = means(scores)
    assert list(found) == [("known", "en")]
    assert (found["known", "en"].number, found["known", "en"].mrr) == (2, 0.75)
    assert "0.750" in table(found, {})


def mean(mrr: float, ndcg: float | None = 1.0) -> Means:
    return Means(number=8, mrr=mrr, ndcg=ndcg, recall=1.0, keystrokes=None)


@pytest.mark.parametrize(
    ("kind", "ours", "stock", "number"),
    [
        ("known", mean(0.97), mean(0.5), 0),
        ("known", mean(0.96), mean(0.5), 1),
        ("typo", mean(0.93), mean(0.93), 0),
        ("typo", mean(0.92), mean(0.5), 1),
        ("typo", mean(0.95), mean(0.96), 1),
        ("several", mean(1.0, 0.9), mean(0.5), 0),
        ("several", mean(1.0, 0.89), mean(0.5), 1),
        ("nothing", mean(1.0, None), mean(0.0, None), 0),
        ("nothing", mean(0.99, None), mean(0.0, None), 1),
    ],
)
def test_a_class_below_its_bar_or_below_stock_misses_it(
    kind: str, ours: Means, stock: Means, number: int
) -> None:
    group = (kind, "en")
    assert len(missed(group, {group: ours}, {group: stock})) == number
