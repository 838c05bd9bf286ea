"""A translator's day: from a changed original to both languages live, what docs/translating.md shows."""

import re
from html import unescape

from playwright.sync_api import Locator, expect

from tests.browser.office.desk import Desk

ADDED = "（设计之都示范项目）"
TERM = "City of Design"
QUESTION = "示范项目是市级的吗？"
ANSWER = "是市级的。"
EDITOR = ".js-translation-editor"


def spend(desk: Desk) -> None:
    """Go through the day with everybody's account; readers see both languages at its end."""
    original = change(desk)
    english = sync(desk, original)
    translate(desk, english)
    answer(desk, english)
    publish(desk, english)
    read(desk, original, english)


def change(desk: Desk) -> int:
    """Let an editor's change of a headline go live; return the id of the page."""
    page = desk.page
    desk.log_in("publisher")
    original = untouched(desk)
    desk.edit(original)
    field = page.locator("[name=title]")
    field.fill(f"{field.input_value()}{ADDED}")
    desk.wait_until_saved()
    desk.look(page, "original-changes")
    desk.act("publish")
    expect(page.locator(".messages .success").first).to_be_visible()
    return original


def untouched(desk: Desk) -> int:
    """Return the id of the first article whose headline was not changed yet; the day may come twice."""
    articles = desk.pages(child_of=str(desk.only("news.NewsIndexPage")), limit="20")
    return next(int(page["id"]) for page in articles if not page["title"].endswith(ADDED))


def sync(desk: Desk, original: int) -> int:
    """Bring what changed to the translators; return the id of the English page."""
    page = desk.page
    html = page.request.get(f"{desk.demo.url}/admin/pages/{original}/edit/").text()
    address = re.search(r'"(/admin/localize/update/[^"]+)"', html)
    assert address is not None
    page.goto(f"{desk.demo.url}{unescape(address[1])}")
    desk.look(page, "sync")
    page.locator("main form [type=submit]").last.click()
    expect(page.locator(".messages .success").first).to_be_visible()
    return int(desk.pages(translation_of=str(original), locale="en", limit="1")[0]["id"])


def translate(desk: Desk, english: int) -> None:
    """Let a translator see what changed, take over the translation from before, mend it, and ask about it."""
    page = desk.page
    desk.log_in("translator")
    desk.edit(english)
    headline = changed(desk)
    headline.scroll_into_view_if_needed()
    desk.look(page, "what-changed")
    look_beside(desk, headline)
    assert page.evaluate("CSS.highlights.get('translating-term').size")  # the terms are marked in the original
    before = headline.locator(".translating__text").first.inner_text()
    page.keyboard.press("Alt+1")
    field = headline.locator(":scope > div > textarea")
    expect(field).to_have_value(before)
    expect(field).to_have_attribute("lang", "en")
    field.press("End")
    field.press_sequentially(", a project of the ")
    headline.get_by_role("button", name=TERM, exact=True).click()
    expect(field).to_have_value(f"{before}, a project of the {TERM}")
    desk.look(page, "taken-over")
    field.press("Enter")
    expect(page.locator(EDITOR)).to_have_attribute("data-words", "saved")
    expect(page.frame_locator("[data-side=translation] iframe").locator("h1")).to_contain_text(TERM)
    ask(desk, headline)


def changed(desk: Desk) -> Locator:
    """Return the segment that shows what was added to its original."""
    added = desk.page.locator(".translating__difference ins", has_text=ADDED)
    expect(added).to_be_visible()
    return desk.page.locator(f"{EDITOR} li.incomplete, {EDITOR} li.complete", has=added)


def look_beside(desk: Desk, segment: Locator) -> None:
    """Open the original and the translation beside the editor: the segment is marked in the original."""
    page = desk.page
    page.keyboard.press("Alt+P")
    segment.locator(":scope > ul button").last.click()
    original = page.frame_locator("[data-side=original] iframe")
    expect(original.locator("h1 mark")).to_contain_text(ADDED)
    desk.look(page, "side-by-side")


def ask(desk: Desk, segment: Locator) -> None:
    """Ask whoever wrote the original, beside the segment."""
    thread = segment.locator("[data-part=comments]")
    thread.get_by_role("button").first.click()
    thread.locator("textarea").fill(QUESTION)
    thread.locator("textarea").press("Control+Enter")
    expect(thread.locator(".translating__said")).to_have_text(QUESTION)
    desk.look(desk.page, "comment")


def answer(desk: Desk, english: int) -> None:
    """Let somebody else answer, and settle the question."""
    desk.log_in("editor")
    desk.edit(english)
    thread = desk.page.locator("[data-part=comments][data-open=true]")
    thread.locator("textarea").fill(ANSWER)
    thread.locator("textarea").press("Control+Enter")
    expect(thread.locator(".translating__said")).to_have_text([QUESTION, ANSWER])
    thread.locator(".translating__row button").last.click()
    expect(desk.page.locator("[data-part=comments][data-open=true]")).to_have_count(0)


def publish(desk: Desk, english: int) -> None:
    """Publish what the translator wrote."""
    page = desk.page
    desk.log_in("publisher")
    desk.edit(english)
    expect(page.locator(f"{EDITOR} li.incomplete")).to_have_count(0)
    page.locator(f"{EDITOR} button[name=action][value=publish]").click()
    expect(page.locator(".messages .success").first).to_be_visible()
    expect(page.frame_locator("[data-side=translation] iframe").locator("h1")).to_contain_text(TERM)
    desk.look(page, "translation-published")


def read(desk: Desk, original: int, english: int) -> None:
    """Let a reader see both, without a word of what was said about them."""
    page = desk.page
    addresses = [desk.address_of(one) for one in (original, english)]
    for address, words in zip(addresses, (ADDED, TERM), strict=True):
        assert desk.as_reader(address) == 200
        expect(page.get_by_role("heading", level=1)).to_contain_text(words)
        assert QUESTION not in page.content()
    desk.look(page, "read")
