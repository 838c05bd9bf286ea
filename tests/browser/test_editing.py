"""An editor publishes through the real interface, and readers find it."""

import re
import time
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from designcity.supervisor.environment import ACCOUNTS
from tests.browser.conftest import Demo

TITLE = "山城步道新标识发布"
SOON = 10.0
"""Seconds after which a test gives up; docs/search.md says how quick it is."""


def log_in(page: Page, demo: Demo, account: str) -> None:
    """Log in to the editors' interface."""
    page.goto(f"{demo.url}/admin/")
    page.fill("[name=username]", account)
    page.fill("[name=password]", demo.passwords[account])
    page.press("[name=password]", "Enter")
    expect(page).to_have_url(f"{demo.url}/admin/")


def news_index(page: Page, demo: Demo) -> str:
    """Return the id of the Chinese news index, found through the lists of pages as an editor finds it."""
    page.goto(f"{demo.url}/admin/pages/")
    home = opened(page, "设计之都")
    page.goto(f"{demo.url}/admin/pages/{home}/")
    return opened(page, "新闻")


def opened(page: Page, title: str) -> str:
    """Open a page from the list that is shown, and return its id."""
    page.get_by_role("link", name=title, exact=True).first.click()
    page.wait_for_url("**/edit/", wait_until="domcontentloaded")
    found = re.search(r"/pages/(\d+)/", page.url)
    assert found is not None
    return found[1]


def finds(page: Page, demo: Demo, text: str) -> float | None:
    """Search until the title is found; return the seconds that took, None when it never was."""
    started = time.monotonic()
    while time.monotonic() - started < SOON:
        html = page.request.get(f"{demo.url}/zh-hans/search/?q={quote(text)}").text()
        if f'/">{mark(text)}' in html:
            return time.monotonic() - started
        time.sleep(0.1)
    return None


def mark(text: str) -> str:
    """Return a title as the results page shows it when all of it was searched for."""
    return f"<mark>{text}</mark>"


def test_a_published_article_is_found_by_readers(page: Page, demo: Demo) -> None:
    log_in(page, demo, "publisher")
    page.goto(f"{demo.url}/admin/pages/add/news/articlepage/{news_index(page, demo)}/")
    page.fill("[name=title]", TITLE)
    page.click("footer [data-w-dropdown-target=toggle]")
    page.click("button[name=action-publish]")
    expect(page.get_by_text(re.compile(f"{TITLE}.*已(创建并)?发布")).first).to_be_visible()
    seconds = finds(page, demo, TITLE)
    assert seconds is not None
    print(f"found {seconds:.1f} s after the editor saw that it was published")
    page.goto(f"{demo.url}/zh-hans/search/?q={quote(TITLE)}")
    page.locator(".hit__title a").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)


@pytest.mark.parametrize("account", ACCOUNTS)
def test_every_account_reaches_the_editors_interface_in_chinese(page: Page, demo: Demo, account: str) -> None:
    log_in(page, demo, account)
    expect(page.locator("html")).to_have_attribute("lang", "zh-hans")
