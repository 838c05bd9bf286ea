"""A translator's day, as docs/translating.md shows it, and what the editor of translations does beside it."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Demo
from tests.browser.office import translating
from tests.browser.office.desk import Desk

DOCS = Path(__file__).resolve().parents[2] / "docs"
STEPS = {
    "original-changes",
    "sync",
    "what-changed",
    "side-by-side",
    "taken-over",
    "comment",
    "translation-published",
    "read",
}
"""The pictures of docs/translating.md."""
WITH_TERMS = 8
"""The place of the article on the symposium among the demo's."""


@pytest.fixture
def desk(page: Page, demo: Demo) -> Desk:
    """A translator with the English version of the second article open."""
    found = Desk(page, demo)
    found.log_in("translator")
    open_article(found, 1)
    return found


def open_article(desk: Desk, number: int) -> None:
    """Open an English article in the editor of translations, by its place in the list."""
    homes = {one["meta"]["locale"]: one["id"] for one in desk.pages(child_of="1")}
    sections = desk.pages(child_of=str(homes["en"]), limit="20")
    news = next(one["id"] for one in sections if one["meta"]["type"] == "news.NewsIndexPage")
    desk.edit(desk.pages(child_of=str(news), limit="20")[number]["id"])
    expect(desk.page.locator("[data-part=comments] button").first).to_be_visible()


def test_a_changed_original_goes_live_in_both_languages(page: Page, demo: Demo) -> None:
    steps: list[str] = []
    translating.spend(Desk(page, demo, lambda page, name: steps.append(name)))
    assert set(steps) == STEPS


def test_every_picture_of_the_guide_is_there() -> None:
    text = (DOCS / "translating.md").read_text()
    for language in ("zh-hans", "en"):
        assert {path.stem for path in (DOCS / "images" / "translating" / language).glob("*.png")} == STEPS
        assert set(re.findall(rf"\(images/translating/{language}/([a-z-]+)\.png\)", text)) <= STEPS


def test_both_pages_follow_the_segment_that_is_worked_on(desk: Desk) -> None:
    page = desk.page
    page.keyboard.press("Alt+P")
    segments = page.locator("li.complete")
    for number in (1, 3, 4):
        segment = segments.nth(number)
        original, translated = segment.locator("p").nth(0), segment.locator("p").nth(1)
        segment.locator("p").first.click()
        for side, words in (("original", original), ("translation", translated)):
            marked = page.frame_locator(f"[data-side={side}] iframe").locator("mark, [style*=outline]").first
            expect(marked).to_be_in_viewport()
            said = marked.evaluate("element => element.textContent || element.alt")
            assert said.strip() in words.inner_text()


def test_words_that_are_not_on_the_page_are_said_to_be_missing(desk: Desk) -> None:
    page = desk.page
    page.keyboard.press("Alt+P")
    page.get_by_role("tab").last.click()
    page.locator("li.complete:visible p").first.click()
    for side in ("original", "translation"):
        expect(page.locator(f"[data-side={side}] [role=status]")).not_to_be_empty()


def test_the_pages_stay_open_until_they_are_closed(desk: Desk) -> None:
    page = desk.page
    pane = page.locator("[data-sides]")
    expect(pane).to_be_hidden()
    page.locator(".translating-bar [data-sides-toggle]").click()
    expect(pane).to_be_visible()
    page.reload()
    expect(pane).to_be_visible()
    page.keyboard.press("Alt+P")
    expect(pane).to_be_hidden()
    page.reload()
    expect(page.locator("[data-part=comments] button").first).to_be_visible()
    expect(pane).to_be_hidden()


def test_a_narrow_window_shows_one_page_and_a_key_changes_it(desk: Desk) -> None:
    page = desk.page
    page.set_viewport_size({"width": 390, "height": 844})
    page.keyboard.press("Alt+P")
    expect(page.locator("[data-side=translation]")).to_be_visible()
    expect(page.locator("[data-side=original]")).to_be_hidden()
    page.keyboard.press("Alt+O")
    expect(page.locator("[data-side=original]")).to_be_visible()
    page.locator("[data-sides-choose=translation]").click()
    expect(page.locator("[data-side=original]")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_no_script_of_a_page_runs_beside_the_editor(desk: Desk) -> None:
    page = desk.page
    page.keyboard.press("Alt+P")
    for side in ("original", "translation"):
        frame = page.locator(f"[data-side={side}] iframe")
        expect(page.frame_locator(f"[data-side={side}] iframe").locator("h1")).to_be_visible()
        assert frame.get_attribute("sandbox") == "allow-same-origin"
    before = page.url
    page.frame_locator("[data-side=original] iframe").locator("header a").first.click()
    expect(page.frame_locator("[data-side=original] iframe").locator("h1")).to_be_visible()
    assert page.url == before


def test_a_comment_that_could_not_be_sent_is_still_there_after_the_page_was_closed(desk: Desk) -> None:
    page = desk.page
    address = page.url
    thread = page.locator("[data-part=comments]").nth(2)
    thread.get_by_role("button").first.click()
    thread.locator("textarea").fill("断线时写的评论")
    page.context.set_offline(True)
    thread.locator("textarea").press("Control+Enter")
    expect(thread.get_by_role("alert")).not_to_be_empty()
    expect(thread.locator("textarea")).to_have_value("断线时写的评论")
    page.context.set_offline(False)
    page.goto(address)
    thread.get_by_role("button").first.click()
    expect(thread.locator("textarea")).to_have_value("断线时写的评论")
    thread.locator("textarea").press("Control+Enter")
    expect(thread.locator(".translating__said")).to_have_text("断线时写的评论")
    expect(thread.locator("textarea")).to_have_value("")


def test_what_is_typed_into_a_comment_is_no_translation(desk: Desk) -> None:
    page = desk.page
    thread = page.locator("[data-part=comments]").nth(3)
    thread.get_by_role("button").first.click()
    thread.locator("textarea").fill("只是评论")
    page.wait_for_timeout(800)  # longer than the pause after which typed words are kept
    state = page.locator(translating.EDITOR).get_attribute("data-words")
    assert state in (None, "saved")


def test_offers_are_reached_and_taken_with_the_keyboard_alone(desk: Desk) -> None:
    page = desk.page
    open_article(desk, WITH_TERMS)
    segment = page.locator("li.complete", has=page.locator("[data-take='1']")).first
    button = segment.locator("[data-take='1']")
    button.focus()
    assert button.get_attribute("aria-keyshortcuts") == "Alt+1"
    assert button.evaluate("one => getComputedStyle(one).outlineStyle") != "none"
    segment.locator(":scope > ul button").last.press("Enter")
    field = segment.locator(":scope > div > textarea")
    expect(field).to_be_focused()
    field.fill("")
    page.keyboard.press("Alt+1")
    expect(field).not_to_have_value("")
