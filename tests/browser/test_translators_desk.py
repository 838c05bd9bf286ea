"""A translator at work: the original changed, the translation from before is at hand, it is published."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Demo
from tests.browser.office.desk import Desk

ADDED = "（新）"


def test_what_changed_is_shown_and_the_earlier_translation_is_taken_over(page: Page, demo: Demo) -> None:
    desk = Desk(page, demo)
    desk.log_in("publisher")
    original, english = change_the_headline(desk)
    desk.log_in("translator")
    desk.edit(english)
    headline = changed_segment(page)
    before = headline.locator(".translating__text").first.inner_text()
    headline.locator(".translating__choice button").first.click()
    expect(headline.locator("textarea")).to_have_value(before)
    headline.locator("textarea").fill(f"{before} (new)")
    headline.locator(":scope > ul button").last.click()
    expect(page.locator(".js-translation-editor")).to_have_attribute("data-words", "saved")
    desk.log_in("publisher")
    desk.edit(english)
    publish_translation(page)
    assert desk.as_reader(f"{demo.url}/en/") == 200
    desk.log_in("publisher")
    assert desk.as_reader(desk.address_of(english)) == 200
    expect(page.locator("h1")).to_contain_text("(new)")
    assert original != english


def change_the_headline(desk: Desk) -> tuple[int, int]:
    """Change the headline of a translated article, bring it to translators; return both versions' ids."""
    original = desk.only("news.ArticlePage")
    desk.edit(original)
    field = desk.page.locator("[name=title]")
    field.fill(f"{field.input_value()}{ADDED}")
    desk.wait_until_saved()
    desk.act("publish")
    desk.page.wait_for_url(re.compile(r"/admin/pages/\d+/$"))
    desk.edit(original)
    sync = desk.page.locator("a[href*='/localize/update/']").first.get_attribute("href")
    desk.page.goto(f"{desk.demo.url}{sync}")
    desk.page.locator("main form button[type=submit], main form input[type=submit]").last.click()
    english = desk.pages(translation_of=str(original), locale="en", limit="1")[0]["id"]
    return original, int(english)


def changed_segment(page: Page) -> Locator:
    """Return the segment that shows what was added to its original."""
    added = page.locator(".translating__difference ins", has_text=ADDED)
    expect(added).to_be_visible()
    return page.locator(".js-translation-editor li", has=added)


def publish_translation(page: Page) -> None:
    """Publish what stands in the translation editor."""
    page.locator("button[name=action][value=publish]").first.click()
    page.wait_for_load_state()
