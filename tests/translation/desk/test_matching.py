"""An old sentence is found again where it changed, moved, was split, or was joined with another."""

import time

import pytest

from translating.changes.matching import Sentence, predecessors

JANUARY, FEBRUARY = "座谈会一月召开", "座谈会二月召开"
FIRST, SECOND = "第一句说明设计之都的由来。", "第二句说明今后三年的工作安排。"


def found(now: list[tuple[str, int]], before: list[tuple[str, int]]) -> dict[str, list[str]]:
    """Return by new sentence the old ones that it came from; each is given as words and place."""
    numbers = predecessors([Sentence(*one) for one in now], [Sentence(*one) for one in before])
    return {now[number][0]: [before[old][0] for old in parts] for number, parts in numbers.items()}


@pytest.mark.parametrize(
    ("now", "before", "expected"),
    [
        ([(FEBRUARY, 1)], [(JANUARY, 1)], {FEBRUARY: [JANUARY]}),
        ([(FEBRUARY, 2)], [(JANUARY, 1)], {FEBRUARY: [JANUARY]}),
        ([("天气晴", 1)], [(JANUARY, 1)], {}),
        ([(FIRST + SECOND, 1)], [(SECOND, 2), (FIRST, 1)], {FIRST + SECOND: [FIRST, SECOND]}),
        ([(FIRST, 1), (SECOND, 2)], [(FIRST + SECOND, 1)], {FIRST: [FIRST + SECOND], SECOND: [FIRST + SECOND]}),
        ([(FIRST + "另有说明。", 1)], [(FIRST, 1)], {FIRST + "另有说明。": [FIRST]}),
        ([("工作", 1)], [(SECOND, 1)], {}),
        ([], [(JANUARY, 1)], {}),
        ([(JANUARY, 1)], [], {}),
    ],
)
def test_the_sentences_that_one_came_from_are_found(
    now: list[tuple[str, int]], before: list[tuple[str, int]], expected: dict[str, list[str]]
) -> None:
    assert found(now, before) == expected


def test_an_old_sentence_that_changed_is_given_to_the_likest_alone() -> None:
    now = [("座谈会三月举行", 1), (FEBRUARY, 1)]
    assert found(now, [(JANUARY, 1)]) == {FEBRUARY: [JANUARY]}


def test_what_stood_in_the_same_place_comes_before_what_stood_elsewhere() -> None:
    assert predecessors([Sentence(FEBRUARY, 2)], [Sentence(JANUARY, 1), Sentence(JANUARY, 2)]) == {0: [1]}


def test_the_latest_of_equal_ones_is_taken() -> None:
    assert predecessors([Sentence(FEBRUARY, 1)], [Sentence(JANUARY, 1), Sentence(JANUARY, 1)]) == {0: [0]}


def test_a_long_page_that_was_written_anew_is_compared_soon() -> None:
    now = [Sentence(f"{number}号新段落讲设计之都的第{number}件事，" * 8, number) for number in range(150)]
    before = [Sentence(f"旧段落{number}说的是别的城市和{number}条河，" * 8, number) for number in range(300)]
    started = time.process_time()
    predecessors(now, before)
    assert time.process_time() - started < 3
