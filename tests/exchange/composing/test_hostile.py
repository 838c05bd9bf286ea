"""HTML that was made to do harm becomes harmless words, at a bounded cost."""

import time

import pytest

from exchange.composing.cleaning import MOST_CHARACTERS
from exchange.composing.findings import Left
from exchange.refusals import Refused
from tests.conftest import Tree
from tests.exchange.composing.conftest import Compose
from tests.factories import article


@pytest.mark.parametrize(
    "html",
    [
        "<p>words<script>alert(1)</script></p>",
        '<p onclick="alert(1)">words</p>',
        '<p><a href="javascript:alert(1)">words</a></p>',
        "<p><svg/onload=alert(1)>words</svg></p>",
    ],
)
def test_what_would_run_is_left_out_and_said(composed: Compose, html: str) -> None:
    found = composed(html)
    assert "".join(value for _name, value in found.blocks) == "<p>words</p>"
    assert str(Left.SCRIPTS.label) in found.findings


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 20_000 + "deep" + "</div>" * 20_000,
        "<b>" * 20_000 + "deep",
        "<ul><li>" * 5_000 + "deep",
        "<table><tr><td>" * 3_000 + "deep",
        "<table><tr><td>a</td><td>b</td></tr><tr><td>" * 500 + "deep",
        "<blockquote>" * 20_000 + "deep",
        "<!--" * 200_000 + "--><p>deep",
        "<p on" * 100_000 + ">deep",
        "<img src=a alt=deep>" * 20 + "<a b=" * 100_000 + "<p>deep",
    ],
    ids=["div", "b", "list", "frames", "tables", "quotes", "comments", "handlers", "attributes"],
)
def test_nesting_and_repetition_cost_little(composed: Compose, html: str) -> None:
    began = time.monotonic()
    found = composed(html)
    assert time.monotonic() - began < 10
    assert "deep" in str(found.blocks)


def test_too_much_is_refused(composed: Compose) -> None:
    with pytest.raises(Refused):
        composed("x" * (MOST_CHARACTERS + 1))


def test_what_is_composed_can_be_kept_and_shown(composed: Compose, zh: Tree) -> None:
    found = composed(
        '<h1>标题</h1><p>段落<a href="https://example.org/">链接</a></p><ul><li>一<ol><li>二</li></ol></li></ul>'
        "<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>1</td></tr></table>"
        '<figure><img src="a.png" alt="x"><figcaption>说明</figcaption></figure><blockquote>话</blockquote>'
        '<figure><img src="a.png" alt="x"><img src="b.png" alt="y"></figure>'
        '<iframe src="https://player.bilibili.com/player.html?bvid=BV1sample00A"></iframe>'
    )
    page = article(zh.news, "成稿", body=found.blocks)
    kept = [block.block_type for block in page.body]
    assert kept == ["heading", "text", "table", "picture", "quote", "gallery", "video"]
    assert page.body[2].value["cells"].row_data[0]["values"] == ["c", "1"]
