"""Accessibility of the page as readers get it."""

import pytest

from newsroom.checks import rendered
from newsroom.checks.findings import Place
from tests.newsroom.checks.finding import begun


def _found(main: str, rest: str = "", lang: str = "zh-Hans") -> list[str]:
    html = f'<html lang="{lang}"><body>{rest}<main><h1>标题</h1>{main}</main></body></html>'
    return [begun(str(finding.sentence)) for finding in rendered.check(html)]


@pytest.mark.parametrize(
    "html",
    [
        '<img src="/a.png" alt="">',
        '<a href="/">首页</a>',
        '<a href="/"><img src="/a.png" alt="首页"></a>',
        '<a href="/"><svg><title>首页</title></svg></a>',
        '<button aria-label="关闭"></button>',
        '<label>名<input name="a"></label>',
        '<label for="a">名</label><input id="a">',
        '<input aria-label="名"><input type="hidden" name="b"><button>去</button>',
        "<table><tr><th>年</th></tr></table>",
        "<h2>一</h2><h3>二</h3><h2>三</h2>",
        '<p lang="en">' + "Good design makes a city work better for everybody who lives there. " * 2 + "</p>",
        '<wagtail-userbar><template><a href="#"></a></template></wagtail-userbar>',
    ],
)
def test_what_everybody_can_use_is_left_alone(html: str) -> None:
    assert _found(html) == []


@pytest.mark.parametrize(
    ("html", "sentence"),
    [
        ('<img src="/media/a.png">', "Give the picture a"),
        ('<a href="/x/"></a>', "Give the link or button “/x/” words"),
        ("<button><svg></svg></button>", "Give the link or button “button” words"),
        ('<input name="q">', "Give the form field “q” a label"),
        ('<p id="a">一</p><p id="a">二</p>', "The name “a” stands twice in the page’s code"),
        ('<a href="/x/">点击这里</a>', "Say where the link “点击这里” leads"),
        ('<a href="/x/">Click here.</a>', "Say where the link “Click here"),
        ("<table><tr><td>年</td></tr></table>", "Give the table a heading row or column"),
        ("<h3>二</h3>", "A level of headings is skipped before “二”"),
        ("<h2> </h2>", "Take out the empty heading"),
        ("<h1>又一</h1>", "A page needs one heading of the first level"),
        ('<p lang="zh_Hans">设计</p>', "“zh_Hans” is no code of a language"),
        (
            "<p>" + "Good design makes a city work better for everybody who lives there. " * 2 + "</p>",
            "This passage is in another language than the page",
        ),
    ],
)
def test_what_stands_in_the_way_is_found(html: str, sentence: str) -> None:
    assert _found(html) == [sentence]


def test_what_is_found_in_a_block_leads_to_it() -> None:
    html = '<main><h1>题</h1><p data-block="b1"><a href="/x/">这里</a></p><a href="/y/">更多</a></main>'
    found = rendered.check(html, {"b1": Place(("body", "b1"), "正文 › 文字")})
    assert [one.place.anchor for one in found] == ["#:w:contentpath=body.b1", ""]


def test_many_findings_of_one_kind_are_not_all_told() -> None:
    assert len(_found('<a href="/x/">这里</a>' * 40)) == rendered.MOST


def test_han_characters_on_an_english_page_are_found() -> None:
    assert _found("<p>好的设计让城市更好用也让生活更美好。</p>", lang="en") == [
        "This passage is in another language than the page"
    ]


@pytest.mark.parametrize("html", ["", "<", "<html>", "\x00", "plain"])
def test_nothing_that_is_rendered_breaks_the_checks(html: str) -> None:
    assert isinstance(list(rendered.check(html)), list)
