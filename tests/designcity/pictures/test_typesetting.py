"""Headlines are set in lines by the rules of their script."""

import pytest

from designcity.pictures.fonts import Font, typeface_for
from designcity.pictures.typesetting import NEVER_FIRST, NEVER_LAST, balanced, set_in_lines, shortened, units

HEADLINE = "市经信委召开创建“设计之都”支撑机构（平台）座谈会，部署“五大行动”、“四库四平台”建设！"


@pytest.fixture(scope="module")
def font() -> Font:
    """A font with Han characters."""
    typeface = typeface_for("zh-hans")
    assert typeface is not None
    return Font([typeface], 60)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("设计，都", ["设", "计，", "都"]),
        ("“设计”之都", ["“设", "计”", "之", "都"]),
        ("City of Design", ["City", " ", "of", " ", "Design"]),
        ("UNESCO设计", ["UNESCO", "设", "计"]),
        ("（平台）。", ["（平", "台）。"]),
        ("センターで", ["セ", "ン", "ター", "で"]),
        ("", []),
    ],
)
def test_a_headline_breaks_between_these_pieces(text: str, expected: list[str]) -> None:
    assert units(text) == expected


@pytest.mark.parametrize("width", range(130, 700, 37))
def test_no_line_begins_or_ends_with_the_wrong_punctuation(font: Font, width: int) -> None:
    lines = set_in_lines(HEADLINE, font, width)
    assert "".join(lines) == HEADLINE
    assert len(lines) > 1
    assert not [line for line in lines if line[0] in NEVER_FIRST or line[-1] in NEVER_LAST]
    assert all(font.getlength(line) <= max(width, 4 * 60) for line in lines)


def test_lines_are_about_as_long_as_each_other(font: Font) -> None:
    text = "设" * 11
    assert [len(line) for line in set_in_lines(text, font, 600)] == [10, 1]
    assert [len(line) for line in balanced(text, font, 600)] == [6, 5]


def test_words_in_latin_letters_are_never_cut(font: Font) -> None:
    lines = set_in_lines("The Commission holds a symposium", font, 320)
    assert " ".join(lines) == "The Commission holds a symposium"


def test_too_many_lines_end_with_an_ellipsis(font: Font) -> None:
    lines = set_in_lines(HEADLINE, font, 600)
    cut = shortened(lines, 2, font, 600)
    assert len(cut) == 2
    assert cut[-1].endswith("…")
    assert font.getlength(cut[-1]) <= 600
    assert shortened(lines[:2], 2, font, 600) == lines[:2]
