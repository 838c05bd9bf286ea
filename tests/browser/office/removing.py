"""A removal from both sides: a photographer asks, an officer grants, it is undone: docs/rights.md shows it."""

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from tests.browser.office.desk import Desk

AS_A_PERSON = 2500
"""Milliseconds: whoever sends a form quicker is refused."""
SAMPLE = "news/sample-piece-that-was-taken-down/"
"""Where the demo's page that was taken down stood, in either language."""


WORDS = {
    "zh-hans": {
        "statement": "照片是我拍摄的，刊登前没有征得我的同意。",
        "name": "示例摄影师",
        "granted": "图片已移除，感谢您告诉我们。",
        "undone": "您已同意继续使用，图片已恢复。",
    },
    "en": {
        "statement": "I took this photograph, and was not asked before it was shown.",
        "name": "Sample photographer",
        "granted": "The picture is gone. Thank you for telling us.",
        "undone": "You have agreed that we use it: the picture is back.",
    },
}
"""What is typed, in the language of the site."""


@dataclass(frozen=True)
class Asked:
    """A request: its number, the claimant's page, and the article that it is about."""

    number: str
    private: str
    article: str


def go_through(desk: Desk, language: str) -> None:
    """Go through a removal, with the words of a language."""
    words = WORDS[language]
    asked = ask_about_picture(desk, language, words)
    look_at_the_desk(desk)
    grant(desk, asked.number, "picture", words["granted"])
    desk.as_reader(asked.private)
    desk.look(desk.page, "private-granted")
    desk.as_reader(f"/{language}/{SAMPLE}")
    desk.look(desk.page, "removed")
    undo(desk, asked.number, words["undone"])


def ask_about_picture(desk: Desk, language: str, words: dict[str, str]) -> Asked:
    """Go from the picture of the newest article to the form, fill it in and send it."""
    page = desk.page
    page.context.clear_cookies()
    page.goto(f"{desk.demo.url}/{language}/news/")
    page.locator("main article h3 a").first.click()
    article = page.url
    expect(lead(page)).to_have_count(1)
    page.locator(".source__removal").scroll_into_view_if_needed()
    desk.look(page, "article")
    page.locator(".article__lead .caption__removal").click()
    expect(page.locator(".concerned__picture img")).to_be_visible()
    for name, value in (("kind", "removal"), ("right", "copyright"), ("standing", "own")):
        page.check(f"[name={name}][value={value}]")
    page.fill("[name=statement]", words["statement"])
    page.fill("[name=name]", words["name"])
    page.fill("[name=email]", "photographer@example.org")
    page.check("[name=consent]")
    page.locator(".concerned").scroll_into_view_if_needed()
    desk.look(page, "form")
    page.wait_for_timeout(AS_A_PERSON)
    page.locator("main form.form button[type=submit]").click()
    expect(page.get_by_role("status").first).to_be_visible()
    desk.look(page, "private")
    return Asked(number_on(page), page.url.partition("?")[0], article)


def look_at_the_desk(desk: Desk) -> None:
    """See what waits for an officer, and the list of all requests."""
    page = desk.page
    desk.log_in("officer")
    page.locator("#removals_requests-section").scroll_into_view_if_needed()
    desk.look(page, "waiting")
    desk.open("removal-requests/")
    desk.look(page, "list")


def open_request(desk: Desk, number: str) -> None:
    """Find a request on the officer's first page."""
    desk.log_in("officer")
    desk.page.locator("#removals_requests-section").get_by_role("link", name=re.compile(number)).click()


def grant(desk: Desk, number: str, scope: str, words: str) -> None:
    """Grant a request."""
    page = desk.page
    open_request(desk, number)
    desk.look(page, "request")
    page.locator("a[href$='/grant/']").click()
    page.check(f"[name=scope][value={scope}]")
    page.fill("[name=words]", words)
    desk.look(page, "grant")
    page.locator("main form button[type=submit]").first.click()
    expect(page.locator(".messages .success").first).to_be_visible()


def undo(desk: Desk, number: str, words: str) -> None:
    """Bring back what was taken down for a request, from the list of what was taken down."""
    page = desk.page
    desk.log_in("officer")
    desk.open("takedowns/")
    desk.look(page, "takedowns")
    page.locator("table.listing tbody td.title a").first.click()
    expect(page.get_by_role("link", name=number)).to_be_visible()
    page.locator("a[href$='/undo/']").click()
    page.fill("[name=words]", words)
    desk.look(page, "undo")
    page.locator("main form button[type=submit]").first.click()
    expect(page.locator(".messages .success").first).to_be_visible()


def lead(page: Page) -> Locator:
    """Return the lead picture of the article that is open."""
    return page.locator(".article__lead img")


def number_on(page: Page) -> str:
    """Return the number of the request whose private page is open."""
    found = re.search(r"\d{4}-\d{4}", page.get_by_role("heading", level=1).inner_text())
    assert found is not None
    return found[0]
