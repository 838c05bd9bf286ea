"""Paragraphs, headings, lists, quotes and links of HTML become blocks of words."""

import pytest

from exchange.composing.findings import Left
from tests.conftest import Tree
from tests.exchange.composing.conftest import Compose


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>一段</p><p>又一段</p>", "<p>一段</p><p>又一段</p>"),
        ("<div>One<br><br>Two<br>Three</div>", "<p>One</p><p>Two<br/>Three</p>"),
        ("<p>　　开头空两格</p>", "<p>开头空两格</p>"),
        ("<p>设计\n  之都</p>", "<p>设计之都</p>"),
        ("<p>City\n of&nbsp;Design</p>", "<p>City of Design</p>"),
        ("<p><strong>A</strong> <em>b</em><span style='x'>c</span></p>", "<p><b>A</b> <i>b</i>c</p>"),
        ("bare words<p> </p><p><b></b></p>", "<p>bare words</p>"),
        ("<p>1 &lt; 2 &amp; &quot;3&quot;</p>", "<p>1 &lt; 2 &amp; &quot;3&quot;</p>"),
        ("<ruby>都<rp>（</rp><rt>dū</rt><rp>）</rp></ruby>", "<p>都(dū)</p>"),
        ("<p>H<sub>2</sub>O, m<sup>2</sup></p>", "<p>H₂O, m²</p>"),
        ("<dl><dt>When</dt><dd>Today</dd></dl>", "<p><b>When</b></p><p>Today</p>"),
        ("<ol><li>1<ul><li>a</li></ul></li></ol>", "<ol><li>1<ul><li>a</li></ul></li></ol>"),
        ("<ul><li>1</li><ul><li>a</li></ul></ul>", "<ul><li>1<ul><li>a</li></ul></li></ul>"),
        ("<ul><li><p>1</p><p>2</p></li></ul>", "<ul><li>1<br/>2</li></ul>"),
        ("<table><tr><td><p>in a frame</p></td></tr></table>", "<p>in a frame</p>"),
    ],
)
def test_words_become_the_rich_text_that_the_site_keeps(composed: Compose, html: str, text: str) -> None:
    assert composed(html).blocks == [("text", text)]


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://example.org/a?b=1&c=2", 'href="https://example.org/a?b=1&amp;c=2"'),
        ("mailto:office@example.org", 'href="mailto:office@example.org"'),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("elsewhere.html", None),
        ("https://[broken", None),
    ],
)
def test_links_lead_to_addresses_or_become_words(composed: Compose, address: str, kept: str | None) -> None:
    found = composed(f'<p><a href="{address}">words</a></p>')
    assert found.blocks == [("text", f"<p><a {kept}>words</a></p>" if kept else "<p>words</p>")]
    assert bool(found.findings) == address.startswith(("java", "data", "elsewhere"))


def test_a_link_to_a_page_of_this_site_leads_to_the_page(composed: Compose, zh: Tree) -> None:
    found = composed(f'<p><a href="{zh.news.url}">新闻</a>, <a href="{zh.news.url}feed/">feed</a></p>')
    assert found.blocks[0][1].startswith(f'<p><a linktype="page" id="{zh.news.pk}">新闻</a>, feed')


def test_headings_keep_their_order_whatever_level_they_begin_with(composed: Compose) -> None:
    found = composed("<h3>A</h3><h5>B</h5><h6>C</h6>")
    assert [(value["text"], value["level"]) for _name, value in found.blocks] == [
        ("A", "h2"),
        ("B", "h3"),
        ("C", "h3"),
    ]
    assert found.findings == [f"{Left.LEVELS.label}: C"]


def test_a_heading_that_is_too_long_becomes_a_paragraph(composed: Compose) -> None:
    found = composed(f"<h1>{'长' * 161}</h1>")
    assert found.blocks == [("text", f"<p>{'长' * 161}</p>")]
    assert found.findings


def test_a_quote_has_its_speaker(composed: Compose) -> None:
    found = composed("<blockquote><p>先看人。</p><p>再看物。</p><footer>— 示例</footer></blockquote>")
    assert found.blocks == [("quote", {"text": "先看人。\n\n再看物。", "speaker": "示例", "role": ""})]


def test_notes_stand_at_the_end_and_their_signs_in_the_text(composed: Compose) -> None:
    found = composed(
        '<p>So<sup><a href="#n1">[1]</a></sup> and<sup><a href="#n2">2</a></sup>.</p>'
        '<ol><li id="n1"><p>One <a href="#r1">↑</a></p></li>'
        '<li id="n2"><p>Two <a href="#r2">↩</a></p></li></ol>'
    )
    assert found.blocks == [("text", "<p>So[1] and[2].</p><ol><li>One</li><li>Two</li></ol>")]
    assert not found.findings


def test_what_has_no_form_here_keeps_its_words_and_is_said(composed: Compose) -> None:
    found = composed("<p><s>old</s> <u>under</u></p><form>Name <input></form><pre>a\nb</pre>")
    assert "".join(value for _name, value in found.blocks) == "<p>old under</p><p>Name</p><p>a</p><p>b</p>"
    assert len(found.findings) == 4
