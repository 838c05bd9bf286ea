"""Recent searches: kept in the reader's browser, offered again, removed by the reader."""

import pytest
from playwright.sync_api import Page, Request, expect

FIELD, DIALOG = "[data-search-field]", "[data-search-dialog]"
IN_DIALOG, ON_PAGE = f"{DIALOG} .recent__words", ".help .recent__words"


def having_searched(page: Page, site_url: str, *queries: str) -> Page:
    """Search for these words one after another, and open the empty results page."""
    for query in queries:
        page.goto(f"{site_url}/en/search/?q={query}", wait_until="load")
    page.goto(f"{site_url}/en/search/", wait_until="load")
    return page


def overlay(page: Page) -> Page:
    """Open the overlay."""
    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_be_focused()
    return page


def test_they_are_offered_by_the_overlay_and_the_empty_page_the_latest_first(site_url: str, page: Page) -> None:
    having_searched(page, site_url, "design", "library", "design")
    expect(page.locator(ON_PAGE)).to_have_text(["design", "library"])
    overlay(page)
    expect(page.locator(IN_DIALOG)).to_have_text(["design", "library"])
    page.locator(IN_DIALOG).last.click()
    page.wait_for_url("**/en/search/?q=library")


def test_without_any_nothing_is_said_of_them(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}/en/search/")
    expect(page.locator(".help .recent")).to_be_hidden()
    overlay(page)
    expect(page.locator(f"{DIALOG} .recent")).to_be_hidden()
    expect(page.locator(".search-dialog__places a").first).to_be_visible()


def test_eight_are_kept_and_none_that_found_nothing(site_url: str, page: Page) -> None:
    kept = ["design", "library", "city", "news", "award", "service", "campaign", "workshop", "symposium"]
    having_searched(page, site_url, *kept, "xyzzy")
    expect(page.locator(ON_PAGE)).to_have_text(kept[:0:-1])


@pytest.mark.parametrize("how", ["button", "delete"])
def test_one_is_removed_and_the_focus_goes_to_the_next(site_url: str, page: Page, how: str) -> None:
    overlay(having_searched(page, site_url, "design", "library", "city"))
    if how == "button":
        dialog = page.get_by_role("dialog")
        dialog.get_by_role("button", name="Remove “library” from your recent searches").click()
        expect(dialog.get_by_role("button", name="Remove “design”")).to_be_focused()
    else:
        page.locator(IN_DIALOG).filter(has_text="library").press("Delete")
        expect(page.locator(IN_DIALOG).filter(has_text="design")).to_be_focused()
    expect(page.locator(IN_DIALOG)).to_have_text(["city", "design"])
    page.reload()
    expect(page.locator(ON_PAGE)).to_have_text(["city", "design"])


def test_all_are_cleared_and_stay_cleared(site_url: str, page: Page) -> None:
    overlay(having_searched(page, site_url, "design", "library"))
    page.locator(f"{DIALOG} [data-recent-clear]").click()
    expect(page.locator(f"{DIALOG} .recent")).to_be_hidden()
    expect(page.locator(FIELD)).to_be_focused()
    assert page.evaluate("localStorage.length") == 0
    page.reload()
    expect(page.locator(".help .recent")).to_be_hidden()


def test_the_last_one_removed_gives_the_focus_back_to_the_field(site_url: str, page: Page) -> None:
    having_searched(page, site_url, "design")
    page.locator(".help .recent__remove").click()
    expect(page.locator("#search-form-field")).to_be_focused()


def test_arrows_lead_through_what_is_offered_and_back_to_the_field(site_url: str, page: Page) -> None:
    overlay(having_searched(page, site_url, "design", "library"))
    for expected in ("library", "design"):
        page.keyboard.press("ArrowDown")
        expect(page.locator(IN_DIALOG).filter(has_text=expected)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".search-dialog__places a").first).to_be_focused()
    for _ in range(3):
        page.keyboard.press("ArrowUp")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator(".search-dialog__places a").last).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(DIALOG)).to_be_hidden()


def test_they_are_sent_nowhere(site_url: str, page: Page) -> None:
    having_searched(page, site_url, "workshop")
    sent: list[Request] = []
    page.on("request", lambda request: sent.append(request))
    page.goto(f"{site_url}/en/", wait_until="load")
    overlay(page)
    expect(page.locator(IN_DIALOG)).to_have_text(["workshop"])
    page.keyboard.type("lib")
    expect(page.locator("[role=option]").first).to_be_visible()
    own = [one for one in sent if one.url != f"{site_url}/en/"]
    assert [
        one.url for one in own if "workshop" in f"{one.url} {one.post_data} {one.headers.get('cookie')}"
    ] == []


@pytest.mark.parametrize("kept", ["no json", '{"a": 1}', "[1, null]", '["\\u003cimg src=x\\u003e"]'])
def test_whatever_stands_in_the_storage_breaks_nothing(
    site_url: str, page: Page, complaints: list[str], kept: str
) -> None:
    page.goto(f"{site_url}/en/search/")
    page.evaluate("kept => localStorage.setItem('recent-searches', kept)", kept)
    page.goto(f"{site_url}/en/search/?q=design")
    page.goto(f"{site_url}/en/search/")
    expect(page.locator(ON_PAGE).first).to_have_text("design")
    assert complaints == []
