"""Words without the traces of how they were laid out."""

import pytest

from search.attachments.tidying import tidied, unwrapped


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        pytest.param("鼓励各区参\r\n与城市设计", "鼓励各区参与城市设计", id="a Han word in two lines"),
        pytest.param("评选\r\n为了规范设计之都", "评选\n为了规范设计之都", id="a heading"),
        pytest.param("为了规范，\r\n制定指南", "为了规范，制定指南", id="punctuation at the end of a line"),
        pytest.param("design education\r\nrequires", "design education\nrequires", id="Latin words"),
        pytest.param("coopera-\r\ntion", "cooperation", id="a Latin word in two lines"),
        pytest.param("2025-\r\n2026", "2025-\n2026", id="numbers"),
        pytest.param("City-\r\nRegion", "City-\nRegion", id="a name with a hyphen"),
        pytest.param("coopera\ufffetion", "cooperation", id="PDFium's sign for a hyphen"),
    ],
)
def test_lines_of_a_page_are_joined_where_one_goes_on_in_the_next(page: str, expected: str) -> None:
    assert unwrapped(page) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("通 知", "通知", id="a heading spread over its line"),
        pytest.param("公\u3000\u3000告", "公告", id="spread by wide spaces"),
        pytest.param("城市更新 张三 电话", "城市更新 张三 电话", id="words apart"),
        pytest.param("a  b\t c", "a b c", id="many spaces"),
        pytest.param("a\n\n \nb", "a\nb", id="empty lines"),
        pytest.param("a\x00b\x07c", "a b c", id="control characters"),
        pytest.param("co\u00adoper\u200bation\ufeff", "cooperation", id="what nobody sees"),
        pytest.param("\ud800a", "a", id="half a character"),
        pytest.param("Cafe\u0301", "Café", id="an accent of its own"),
    ],
)
def test_text_is_tidied(text: str, expected: str) -> None:
    assert tidied(text) == expected
