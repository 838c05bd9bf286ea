import pytest
from wagtail.rich_text import RichText

from tests.blocks.rendering import BLOCKS, rendered, searched
from tests.conftest import Tree
from tests.factories import standard_page


def test_paragraphs_lists_and_links_are_shown() -> None:
    html = '<p>一段<b>文字</b>。</p><ul><li>一</li></ul><p><a href="https://example.org/">链接</a></p>'
    soup = rendered("text", RichText(html))
    assert [len(soup.select(f".rich-text {name}")) for name in ("p", "b", "li", "a")] == [2, 1, 1, 1]


@pytest.mark.django_db
def test_a_link_to_a_page_leads_to_its_address(zh: Tree) -> None:
    page = standard_page(zh.home, "关于")
    soup = rendered("text", RichText(f'<a linktype="page" id="{page.pk}">关于</a>'))
    assert [link["href"] for link in soup.select("a")] == [page.url]


@pytest.mark.django_db
def test_a_link_to_a_page_that_is_gone_leaves_its_words() -> None:
    soup = rendered("text", RichText('<p><a linktype="page" id="999999">关于</a></p>'))
    assert soup.get_text(strip=True) == "关于"
    assert not soup.select("a[href]")


def test_an_empty_text_shows_nothing() -> None:
    assert rendered("text", RichText("")).get_text(strip=True) == ""


def test_the_search_gets_words_without_markup() -> None:
    assert "文字" in searched("text", RichText('<p><a href="https://example.org/">文字</a></p>'))[0]
    assert "example.org" not in searched("text", RichText('<p><a href="https://example.org/">文字</a></p>'))[0]


def test_editors_can_set_only_what_the_style_knows() -> None:
    features = BLOCKS["text"].features
    assert features == ["bold", "italic", "link", "document-link", "ol", "ul"]
