"""A writer: from an empty form to a draft that waits for review."""

import re

from playwright.sync_api import Page, expect

from tests.browser.office.desk import Desk

TITLE = "示例：设计周志愿者招募开始"
SUMMARY = "示例设计周需要一百名志愿者，报名到月底为止。"
PICTURE = "标志：书架"
"""A picture of the demo that has a credit and a licence."""


def write(desk: Desk, title: str = TITLE) -> int:
    """Write an article with what every article has, and return the id of its draft."""
    page = desk.page
    desk.log_in("writer")
    desk.look(page, "home")
    desk.open(f"pages/{desk.home()}/add_subpage/")
    expect(page.locator("main h2, main li").first).to_be_visible()
    desk.look(page, "what-may-stand-here")
    desk.open(f"pages/{desk.only('news.NewsIndexPage')}/add_subpage/")  # one type: its form opens
    page.fill("[name=title]", title)
    expect(page.get_by_text("she-ji-zhou-zhi-yuan-zhe").first).to_be_visible()
    desk.look(page, "headline")
    page.fill("[name=summary]", SUMMARY)
    page.wait_for_url("**/edit/**")
    desk.wait_until_saved()
    return desk.edited()


def choose_blocks(desk: Desk) -> None:
    """Open the chooser of blocks, and take a heading and a text."""
    page = desk.page
    _add_block(desk, "小标题|Heading", look="blocks")
    page.locator("[data-contentpath=body] [data-contentpath=text] input").first.fill("怎样报名")
    _add_block(desk, "^文字|^Text")
    page.locator("[data-contentpath=body] [contenteditable=true]").first.click()
    page.keyboard.insert_text(f"{SUMMARY}请在网上填写报名表。")


def take_summary(desk: Desk) -> None:
    """Leave the summary empty, and take the one that is proposed from the text."""
    page = desk.page
    page.fill("[name=summary]", "")
    offer = page.locator(".page-proposal:has([data-take])").first
    expect(offer).to_contain_text(SUMMARY)
    page.locator("[name=title]").scroll_into_view_if_needed()
    desk.look(page, "summary")
    offer.locator("[data-take]").click()
    expect(page.locator("[name=summary]")).to_have_value(re.compile(SUMMARY))


def add_picture(desk: Desk) -> None:
    """Add a picture from the collection, and take its description as alternative text."""
    page = desk.page
    _add_block(desk, "^图片|^Picture")
    picture = page.locator("[data-contentpath=body] [data-contentpath=image]").last
    picture.locator("[data-chooser-action-choose]").last.click()
    page.locator(".modal a[data-chooser-modal-choice]").filter(has_text=PICTURE).first.click()
    expect(page.locator(".modal")).to_have_count(0)
    offer = page.locator("[data-contentpath=alt_text] .page-proposal:has([data-take])").last
    expect(offer).to_be_visible()
    picture.scroll_into_view_if_needed()
    desk.look(page, "picture")
    offer.locator("[data-take]").click()
    expect(page.locator("[data-contentpath=alt_text] input").last).not_to_have_value("")


def add_video(desk: Desk) -> None:
    """Add a video by the address of its page on a platform."""
    page = desk.page
    _add_block(desk, "^视频|^Video")
    page.locator("[name$='-value-title']").last.fill("示例：去年的设计周")
    page.locator("[name$='-value-address']").last.fill("https://www.bilibili.com/video/BV1sample00A/")
    page.locator("[name$='-value-title']").last.scroll_into_view_if_needed()
    desk.look(page, "video")


def choose_cards(desk: Desk) -> None:
    """Choose an institution by hand: the chooser opens where institutions are."""
    page = desk.page
    _add_block(desk, "机构卡片|Institution cards")
    cards = page.locator("[data-contentpath=pages]").last
    cards.locator("button.c-sf-add-button").first.click()
    cards.locator("[data-chooser-action-choose]").last.click()
    chosen = page.locator(".modal a.choose-page").first
    expect(chosen).to_be_visible()
    desk.look(page, "cards")
    chosen.click()
    expect(page.locator(".modal")).to_have_count(0)
    expect(cards.locator("[data-chooser-title]").last).not_to_be_empty()


def _add_block(desk: Desk, name: str, look: str = "") -> None:
    """Add a block at the end of the text; its name is that of either language."""
    page = desk.page
    page.locator("[data-contentpath=body] .c-sf-add-button").last.click()
    chooser = page.get_by_role("listbox").first
    expect(chooser).to_be_visible()
    if look:
        desk.look(page, look)
    chooser.get_by_role("option", name=re.compile(name)).first.click()
    expect(chooser).to_be_hidden()


def see_it(desk: Desk) -> None:
    """Look at the page as readers will see it: itself, its card, in a search, and shared."""
    page = desk.page
    desk.panel("preview")
    frame = page.frame_locator("iframe[data-w-preview-target=iframe]").last
    expect(frame.get_by_role("heading", level=1).first).to_contain_text("示例")
    desk.look(page, "preview")
    for mode in ("card", "search-result", "share-picture"):
        _preview(page, mode)
        expect(page.frame_locator("#w-preview-iframe").locator(".previews__main")).to_be_visible()
        desk.look(page, f"preview-{mode}")


def _preview(page: Page, mode: str) -> None:
    """Choose a way to look at the page; Wagtail forgets the choice while an earlier preview still loads."""
    shown = page.locator("#w-preview-iframe")
    page.select_option("#id_preview_mode", mode)
    for _ in range(5):
        try:
            return expect(shown).to_have_attribute("src", re.compile(f"mode={mode}"), timeout=6000)
        except AssertionError:
            page.locator("#id_preview_mode").dispatch_event("change")
    return expect(shown).to_have_attribute("src", re.compile(f"mode={mode}"))


def look_at_the_checks(desk: Desk) -> None:
    """See what should be mended before the page is published."""
    desk.panel("checks")
    expect(desk.page.locator("[data-page-checks-list] li").first).to_be_visible()
    desk.look(desk.page, "checks")


def submit(desk: Desk) -> None:
    """Give the draft to the editors."""
    desk.page.click("footer [data-w-dropdown-target=toggle]")
    desk.look(desk.page, "submit")
    desk.page.click("footer button[name=action-submit]")
    expect(desk.page.locator(".messages .success").first).to_be_visible()
