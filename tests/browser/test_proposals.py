"""A translator at work, by keyboard: repeats that were filled in are confirmed, a proposal is accepted."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import MODEL, PATIENCE, Demo
from tests.browser.office.desk import Desk

HEADLINE = "机器先译一稿"
SLUG = "ji-qi-xian-yi"
SAID = f"English of {HEADLINE}"


def test_repeats_are_confirmed_and_a_proposal_is_accepted_by_keyboard(
    page: Page, demo: Demo, complaints: list[str]
) -> None:
    desk = Desk(page, demo)
    desk.log_in("publisher")
    submit(desk, copied(desk))
    notice = page.locator(".translating-machine__notice")
    expect(notice).to_be_visible()
    marks = page.locator(".translating-machine:not(:has(.translating-machine__text))")
    filled = marks.count()
    assert filled > 1
    press(marks.first.locator("button"))
    expect(marks).to_have_count(filled - 1)
    expect(marks.first.locator("button")).to_be_focused()

    ask_the_machine(page)
    proposal = segment(page, HEADLINE)
    expect(proposal.locator(".translating-machine__text")).to_have_text(SAID, timeout=PATIENCE)
    press(proposal.locator(".translating-machine__choices button").first)
    expect(proposal.locator(".translating-machine__text")).to_have_count(0)
    expect(proposal).to_have_class(re.compile("complete"))
    expect(proposal).to_contain_text(SAID)
    expect(proposal).to_contain_text(MODEL)
    assert complaints == []


def press(button: Locator) -> None:
    """Press a button as the keyboard does."""
    button.focus()
    button.press("Enter")


def segment(page: Page, words: str) -> Locator:
    """Return the item of the segment whose original says this."""
    items = page.locator(".js-translation-editor li:is(.complete, .incomplete)")
    return items.filter(has=page.get_by_text(words, exact=True)).first


def copied(desk: Desk) -> int:
    """Copy a translated article under another headline and publish it; return the copy's id."""
    original = desk.only("news.ArticlePage")
    desk.open(f"pages/{original}/copy/")
    desk.page.fill("[name=new_title]", HEADLINE)
    desk.page.fill("[name=new_slug]", SLUG)
    desk.page.locator("[name=publish_copies]").check()
    desk.page.locator("main form button[type=submit], main form input[type=submit]").last.click()
    desk.page.wait_for_url(re.compile(r"/admin/pages/\d+/"))
    return desk.only("news.ArticlePage", HEADLINE)


def submit(desk: Desk, page_id: int) -> None:
    """Submit a page for translation; the editor of the translation opens."""
    desk.open(f"localize/submit/page/{page_id}/")
    form = desk.page.locator("main form")
    if form.locator("[name=locales]").count():
        form.locator("[name=locales]").first.check()
    form.locator("button[type=submit], input[type=submit]").last.click()
    desk.page.wait_for_selector(".js-translation-editor li")


def ask_the_machine(page: Page) -> None:
    """Press the editor's button, agree to where the text goes, and come back."""
    page.locator("form[action*=machine_translate] button").first.click()
    page.locator("[name=agreed]").click()
    page.wait_for_selector(".js-translation-editor li")
