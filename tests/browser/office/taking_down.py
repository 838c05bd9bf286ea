"""Taking a page down, with a word for those who come to its old address."""

from playwright.sync_api import expect

from tests.browser.office.desk import Desk


def take_down(desk: Desk, account: str, page_id: int, notice: str) -> None:
    """Unpublish a page and say why."""
    page = desk.page
    desk.log_in(account)
    desk.open(f"pages/{page_id}/unpublish/")
    page.fill("[name=notice]", notice)
    desk.look(page, "take-down")
    page.locator("main form button[type=submit], main form input[type=submit]").first.click()
    expect(page.locator(".messages .success").first).to_be_visible()
