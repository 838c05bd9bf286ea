"""An editor sees what a page lacks, follows the link to the field, and is proposed what the form asks for."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Demo
from tests.browser.test_editing import log_in, news_index

FINDINGS = "[data-page-checks-list] a"


def _new_article(page: Page, demo: Demo, title: str, account: str = "publisher") -> None:
    """Begin an article; the publisher finds the list of news, which a writer may not edit."""
    log_in(page, demo, "publisher")
    news = news_index(page, demo)
    if account != "publisher":
        page.context.clear_cookies()
        log_in(page, demo, account)
    page.goto(f"{demo.url}/admin/pages/add/news/articlepage/{news}/")
    page.locator("[name=title]").press_sequentially(title)


def _finding(page: Page, field: str) -> None:
    """Follow the link of the finding at a field, and expect to be led there."""
    page.locator(f'{FINDINGS}[href="#:w:contentpath={field}"]').click()
    expect(page.locator(f"#id_{field}")).to_be_focused()


@pytest.mark.parametrize("account", ["writer", "publisher"])
def test_a_finding_leads_to_its_field_and_goes_away_when_it_is_mended(
    page: Page, demo: Demo, account: str, complaints: list[str]
) -> None:
    _new_article(page, demo, f"检查示例{account}", account)
    page.click("[data-side-panel-toggle=checks]")
    _finding(page, "summary")
    page.locator("#id_summary").fill("十四家机构参加了会议。")
    expect(page.locator(f'{FINDINGS}[href="#:w:contentpath=summary"]')).to_have_count(0)
    assert [one for one in complaints if "axe" not in one and "404" not in one] == []


def test_publishing_is_stopped_at_the_field_until_it_is_mended(page: Page, demo: Demo) -> None:
    _new_article(page, demo, "转载示例")
    page.locator("#id_source_kind").select_option("repost")
    page.click("[data-side-panel-toggle=checks]")
    expect(page.locator('.page-checks__finding--must [href="#:w:contentpath=source"]')).to_be_visible()
    page.click("footer [data-w-dropdown-target=toggle]")
    page.click("button[name=action-publish]")
    field = page.locator("[data-contentpath=source]")
    expect(field.locator(".error-message")).to_be_visible()
    field.locator("[data-chooser-action-choose]").first.click()
    page.get_by_role("tab", name="新来源").click()
    page.locator(".modal [name$=name]").last.fill("刚刚认识的报纸")
    page.get_by_role("button", name="建立并选用").click()
    expect(field.get_by_text("刚刚认识的报纸")).to_be_visible()
    page.click("footer [data-w-dropdown-target=toggle]")
    page.click("button[name=action-publish]")
    expect(page.get_by_text(re.compile("转载示例.*已(创建并)?发布")).first).to_be_visible()


def test_a_finding_in_a_block_leads_to_the_block_even_when_it_is_folded(page: Page, demo: Demo) -> None:
    _new_article(page, demo, "折叠示例")
    page.locator("[data-contentpath=body] .c-sf-add-button").first.click()
    page.get_by_role("option", name=re.compile("标题|小标题")).first.click()
    page.click("[data-side-panel-toggle=checks]")
    link = page.locator(f'{FINDINGS}[href^="#:w:contentpath=body."][href$=".text"]')
    expect(link).to_be_visible()
    page.locator("[data-contentpath=body] [data-streamfield-child] [data-panel-toggle]").first.click()
    link.click()
    expect(page.locator("[data-contentpath=body] [data-contentpath=text] input").first).to_be_focused()


def test_what_is_found_in_the_rendered_page_leads_to_the_text_in_question(page: Page, demo: Demo) -> None:
    _new_article(page, demo, "外文示例")
    page.locator("[data-contentpath=body] .c-sf-add-button").first.click()
    page.get_by_role("option", name=re.compile("^文字|^正文|^段落")).first.click()
    words = page.locator("[data-contentpath=body] [contenteditable=true]").first
    words.press_sequentially("Good design makes a city work better for everybody who lives there. " * 2)
    page.click("[data-side-panel-toggle=checks]")
    finding = page.locator(f'{FINDINGS}[href^="#:w:contentpath=body."]')
    finding.click()
    expect(words).to_be_focused()
    page.set_viewport_size({"width": 390, "height": 844})
    finding.click()
    expect(words).to_be_focused()
    words.click(trial=True)  # the panel does not lie over it any more


def test_the_address_follows_the_headline_until_another_is_typed(page: Page, demo: Demo) -> None:
    _new_article(page, demo, "音乐")
    slug = page.locator("#id_slug")
    expect(slug).to_have_value(re.compile(r"^yin-yue(-\d+)?$"))
    page.locator("[name=title]").press_sequentially("设计周")
    expect(slug).to_have_value(re.compile(r"^yin-yue-she-ji-zhou(-\d+)?$"))
    slug.evaluate(
        "field => { field.value = 'mine'; field.dispatchEvent(new Event('input', {bubbles: true})); }"
    )
    with page.expect_response(re.compile("/preview/address/")):
        page.locator("[name=title]").press_sequentially("开幕")
    expect(slug).to_have_value("mine")


def test_a_summary_is_proposed_from_the_text_and_taken_by_a_button(page: Page, demo: Demo) -> None:
    _new_article(page, demo, "摘要示例")
    page.locator("[data-contentpath=body] .c-sf-add-button").first.click()
    page.get_by_role("option", name=re.compile("^文字|^正文|^段落")).first.click()
    page.locator("[data-contentpath=body] [contenteditable=true]").first.press_sequentially("十四家机构参加。")
    take = page.locator("[data-contentpath=summary] [data-take]")
    expect(take).to_be_visible()
    take.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#id_summary")).to_have_value("十四家机构参加。")
    expect(take).to_be_hidden()


@pytest.mark.parametrize("mode", ["card", "search-result", "share-picture"])
def test_the_side_panel_shows_the_page_in_each_mode(page: Page, demo: Demo, mode: str) -> None:
    log_in(page, demo, "publisher")
    page.goto(f"{demo.url}/admin/pages/{news_index(page, demo)}/edit/")
    page.click("[data-side-panel-toggle=preview]")
    frame = page.frame_locator("#w-preview-iframe")
    expect(frame.get_by_role("heading", level=1).first).to_be_visible()
    page.select_option("#id_preview_mode", mode)
    shown = frame.locator(".previews__main")
    expect(shown).to_contain_text("新闻")
