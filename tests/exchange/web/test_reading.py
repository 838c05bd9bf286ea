"""The article of a page is found, with what the page says of it."""

import pytest

from exchange.refusals import Refused
from exchange.web.reading import at, pasted
from tests.exchange.web.site import ARTICLE, Server


@pytest.mark.parametrize("path", ["article", "gbk", "gzip"])
def test_an_article_is_found_in_its_page(site: Server, path: str) -> None:
    text = at(f"{site.address}/{path}", site.guard())
    assert (text.title, text.date, text.author) == ("示例城设计周开幕", "2026-01-10", "张三")
    assert (text.site, text.origin) == ("示例新闻网", "示例新闻网")
    assert "示例城的设计周" in text.html
    assert "首页" not in text.html
    assert text.embedded == ["//player.bilibili.com/player.html?bvid=BV1sample00A"]


def test_a_page_that_was_pasted_is_read_like_one_that_was_fetched() -> None:
    assert pasted(ARTICLE, "https://news.example/1.html").title == "示例城设计周开幕"


def test_a_part_of_a_page_is_taken_as_it_is() -> None:
    assert pasted("<p>一段</p>", "").html == "<p>一段</p>"


@pytest.mark.parametrize(
    "html",
    [
        "<html></html>",
        "<html><body><script>alert(1)</script></body></html>",
        "<html>" + "<div>" * 100_000,
        "<body>" + "x" * 1_000_001,
        "x" * 1_000_001,
    ],
    ids=["empty", "scripts", "deep", "long", "long part"],
)
def test_what_is_no_article_becomes_a_sentence(html: str) -> None:
    with pytest.raises(Refused):
        pasted(html, "")
