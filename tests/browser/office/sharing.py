"""Showing a draft to somebody without an account."""

from playwright.sync_api import expect

from tests.browser.office.desk import Desk


def share(desk: Desk, account: str, page_id: int) -> str:
    """Make a secret link to a draft, and return it."""
    page = desk.page
    desk.log_in(account)
    desk.open(f"draft-links/{page_id}/")
    page.locator("form.newsroom-inline-form button[type=submit]").click()
    link = page.locator(".newsroom-link__address input").first
    expect(link).to_be_visible()
    desk.look(page, "draft-link")
    return link.input_value()


def withdraw(desk: Desk, account: str, page_id: int) -> None:
    """Revoke the link: it opens nothing any more."""
    page = desk.page
    desk.log_in(account)
    desk.open(f"draft-links/{page_id}/")
    page.locator("form[action*=revoke] button").first.click()
    expect(page.locator(".messages .success").first).to_be_visible()
