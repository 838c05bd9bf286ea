"""What a browser can measure of the layout: nothing sticks out, nothing complains."""

import pytest
from playwright.sync_api import Page, expect

WIDTHS = [390, 1440]
LANGUAGES = ["zh-hans", "en"]
SECTIONS = ["news", "institutions", "campaigns"]
# A headline of 255 characters that holds an unbroken word of 40.
LONG_HEADLINE = ("Donaudampfschifffahrtsgesellschaftskapit " + "设计之都 City of Design " * 20)[:255]
LONG_TITLES = "h1, h2, h3, .lead__title a, .card__title a, .focus__title a, .breadcrumbs a, .navigation a, dd"


def addresses(page: Page, home: str) -> list[str]:
    """Return an address of each page type, found by following links as a reader does."""
    page.goto(home)
    found = {home, f"{home}search/", f"{home}search/?q=design", f"{home}search/?q=xyzzy", f"{home}nowhere/"}
    found |= {link.evaluate("link => link.href") for link in page.locator(".navigation a, .footer a").all()}
    for section in SECTIONS:
        page.goto(f"{home}{section}/")
        found.add(page.locator(".card__title a").first.evaluate("link => link.href"))
        found.add(page.locator(".card__title a").last.evaluate("link => link.href"))
    return sorted(address for address in found if address.startswith(home))


def sticks_out(page: Page) -> int:
    """Return by how many pixels the page is wider than the screen."""
    return int(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_scrolls_sideways_or_makes_the_browser_complain(
    site_url: str, page: Page, complaints: list[str], language: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for address in addresses(page, f"{site_url}/{language}/"):
        complaints.clear()
        page.goto(address, wait_until="load")
        assert sticks_out(page) <= 0, address
        expected = ["404"] if address.endswith("/nowhere/") else []
        assert [text for text in complaints if not any(number in text for number in expected)] == [], address


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_long_headlines_and_long_words_break_nothing(
    site_url: str, page: Page, language: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for address in addresses(page, f"{site_url}/{language}/"):
        page.goto(address)
        page.evaluate(
            "([where, words]) => document.querySelectorAll(where).forEach(one => { one.textContent = words })",
            [LONG_TITLES, LONG_HEADLINE],
        )
        assert sticks_out(page) <= 0, address


@pytest.mark.parametrize("width", WIDTHS)
def test_long_suggestions_stay_inside_the_overlay(site_url: str, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    item = {"title": LONG_HEADLINE, "marks": [], "url": "/", "date": "1 January 2026", "lang": "en"}
    group = {"kind": "news", "label": "News", "items": [item]}
    page.route("**/suggest/**", lambda route: route.fulfill(json={"groups": [group], "total": 1}))
    page.goto(f"{site_url}/en/")
    page.keyboard.press("/")
    page.keyboard.insert_text("x")
    expect(page.locator("[role=option]")).to_be_visible()
    dialog = page.locator("[data-search-dialog]")
    assert dialog.evaluate("dialog => dialog.scrollWidth - dialog.clientWidth") <= 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_worth_reaching_is_large_enough_to_touch(site_url: str, page: Page, language: str) -> None:
    page.set_viewport_size({"width": 390, "height": 900})
    for address in addresses(page, f"{site_url}/{language}/"):
        page.goto(address)
        small = page.locator("header a, nav a, button, select, .button").evaluate_all(
            """all => all.filter(one => one.checkVisibility())
                .map(one => [one.textContent.trim(), one.getBoundingClientRect()])
                .filter(([, box]) => box.width < 24 || box.height < 24)
                .map(([text]) => text)"""
        )
        assert small == [], address


def test_the_language_switcher_leads_to_the_same_page(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}/zh-hans/news/")
    page.locator('.languages a[lang="en"]').click()
    page.wait_for_url(f"{site_url}/en/news/")
    expect(page.locator("html")).to_have_attribute("lang", "en")
