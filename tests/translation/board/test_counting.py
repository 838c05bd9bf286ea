"""What is to do is counted as office programs count: a Han character or a word, each as one."""

import pytest

from translating.board.counting import amount


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("设计之都", 4),
        ("“设计之都”，开幕！", 6),
        ("City of Design", 3),
        ("重庆 2026 Design 周", 5),
        ('<b>设计</b><a id="a1">周</a>', 3),
        ("𠀀字", 2),
    ],
)
def test_characters_and_words_count_as_one_each(text: str, count: int) -> None:
    assert amount(text) == count
