"""An editor drops a Word file on the form of a new article, and pastes a page of the web."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import Demo
from tests.browser.test_editing import log_in, news_index
from tests.exchange.web.site import ARTICLE
from tests.exchange.word.documents import FILES

DROP = """(bytes) => {
    const dropped = new DataTransfer();
    dropped.items.add(new File([new Uint8Array(bytes)], "稿件.docx"));
    const form = document.querySelector("[data-edit-form]");
    const options = { dataTransfer: dropped, bubbles: true, cancelable: true };
    form.dispatchEvent(new DragEvent("dragover", options));
    form.dispatchEvent(new DragEvent("drop", options));
}"""
EDITOR = re.compile(r"/pages/\d+/edit/")


def test_a_word_file_dropped_on_a_new_article_becomes_its_draft(
    page: Page, demo: Demo, complaints: list[str]
) -> None:
    log_in(page, demo, "editor")
    page.goto(f"{demo.url}/admin/pages/add/news/articlepage/{news_index(page, demo)}/")
    expect(page.locator(".exchange-offer a")).to_have_count(2)
    page.evaluate(DROP, list((FILES / "article.docx").read_bytes()))
    expect(page).to_have_url(EDITOR)
    expect(page.locator("[name=title]")).to_have_value("示例设计周开幕")
    expect(page.locator(".messages")).to_contain_text("请核对面积")
    assert not complaints


def test_a_page_that_was_pasted_is_looked_at_and_becomes_a_draft(
    page: Page, demo: Demo, complaints: list[str]
) -> None:
    log_in(page, demo, "editor")
    page.goto(f"{demo.url}/admin/exchange/web/{news_index(page, demo)}/")
    page.fill("[name=html]", ARTICLE)
    page.click(".exchange-form [type=submit]")
    expect(page.locator("[name=title]")).to_have_value("示例城设计周开幕")
    expect(page.locator(".exchange-text")).to_contain_text("先看椅子")
    page.click(".exchange-form [type=submit]")
    expect(page).to_have_url(EDITOR)
    assert not complaints
