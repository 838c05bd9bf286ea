import pytest

from search.text.marking import marked, spans


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("Symposium on design", "symp", [(0, 4)]),
        ("A symposium", "SYMP des", [(2, 6)]),
        ("undesigned", "design", []),
        ("召开支撑机构座谈会", "座谈", [(6, 8)]),
        ("设计师的设计之都", "设计之都", [(4, 8)]),
        ("设计与之都", "设计之都", [(0, 2), (3, 5)]),
        ("Café", "cafe", [(0, 4)]),
        ("设计ABC", "ａｂｃ", [(2, 5)]),
        ("a+b", "a+b", [(0, 3)]),
        ("nothing", "", []),
    ],
)
def test_the_words_of_the_query_are_marked(text: str, query: str, expected: list[tuple[int, int]]) -> None:
    assert spans(text, query) == expected


def test_markup_in_a_title_is_escaped() -> None:
    assert marked("<b>design</b>", "design") == "&lt;b&gt;<mark>design</mark>&lt;/b&gt;"


def test_a_script_typed_into_the_search_stays_text() -> None:
    assert "<script>" not in marked("<script>alert(1)</script>", "<script>")
