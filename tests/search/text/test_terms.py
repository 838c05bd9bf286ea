"""Texts and queries are cut into the same terms."""

import pytest

from search.text import terms as module
from search.text.terms import terms, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("设计之都", ["设", "计", "之", "都", "设计", "计之", "之都"]),
        ("設計", ["设", "计", "设计"]),
        ("Café CAFE", ["cafe"]),
        ("设计ABC周", ["设", "计", "设计", "abc", "周"]),
        ("The bottle’s breath", ["the", "bottle's", "breath"]),
        ("'quoted' don't", ["quoted", "don't"]),
        ("snake_case 2,700", ["snake", "case", "2", "700"]),
        ("ＡＢＣ", ["abc"]),
        ("", []),
        (" \n—！", []),
    ],
)
def test_text_becomes_words_characters_and_pairs(text: str, expected: list[str]) -> None:
    assert terms(text) == expected


@pytest.mark.parametrize(
    ("run", "expected"),
    [("bottle's", ["bottle's"]), ("well-known", ["well", "known"]), ("a" * 70, ["a" * 60]), ("--", [])],
)
def test_run_of_latin_text_becomes_words(run: str, expected: list[str]) -> None:
    assert words(run) == expected


def test_very_long_text_has_so_many_terms_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_TERMS", 3)
    assert terms("a b c d e") == ["a", "b", "c"]
