import pytest

from search.text.typed import LONGEST, cleaned, runs


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("", ""),
        ("  设计   之都 ", "设计 之都"),
        ("ｓｙｍｐ", "symp"),
        ("a\x00b\x1b[31m", "a b [31m"),
        ("\u200b\u202e", ""),
        ("🙂", "🙂"),
        ("title:(a AND b) OR *", "title:(a AND b) OR *"),
    ],
)
def test_what_was_typed_is_cleaned(raw: str, text: str) -> None:
    assert cleaned(raw).text == text


def test_ten_thousand_characters_are_cut_and_said_to_be() -> None:
    typed = cleaned("设" * 10_000)
    assert len(typed.text) == LONGEST
    assert typed.was_cut


def test_a_cut_query_counts_as_cut_even_when_blanks_filled_it() -> None:
    assert cleaned("a" + " " * 5_000 + "b").was_cut


def test_han_and_latin_are_told_apart() -> None:
    assert runs("设计Week 2026年") == [("设计", True), ("Week", False), ("2026", False), ("年", True)]
