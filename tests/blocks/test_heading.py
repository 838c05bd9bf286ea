import pytest

from tests.blocks.rendering import refused, rendered, searched, words

VALUE = {"text": "四点意见", "level": "h2"}


@pytest.mark.parametrize("level", ["h2", "h3"])
def test_a_heading_has_the_level_that_was_chosen(level: str) -> None:
    [heading] = rendered("heading", VALUE | {"level": level}).select("h2, h3")
    assert (heading.name, heading.get_text()) == (level, "四点意见")


def test_a_part_is_a_section_where_no_section_stands_above_it() -> None:
    assert rendered("heading", VALUE | {"level": "h3"}, level=2).select_one("h2")


def test_a_heading_can_be_linked_by_its_anchor() -> None:
    assert rendered("heading", VALUE, anchor="s-points").select_one("h2#s-points")


def test_what_is_typed_is_text_and_no_markup() -> None:
    assert words("heading", VALUE | {"text": "<b>粗</b>"}) == "<b>粗</b>"


def test_an_empty_heading_and_an_unknown_level_are_refused() -> None:
    assert refused("heading", {"text": "", "level": "h9"}) == ["level", "text"]
    assert refused("heading", VALUE) == []


def test_the_name_of_the_level_is_not_searched() -> None:
    assert searched("heading", VALUE) == ["四点意见"]
