"""An editor reviews, a publisher publishes: the way on which every article goes."""

from playwright.sync_api import expect

from tests.browser.office.desk import Desk


def approve(desk: Desk, account: str, page_id: int) -> None:
    """Approve a draft that waits for the group of an account."""
    page = desk.page
    desk.log_in(account)
    expect(page.locator(f"a[href$='/pages/{page_id}/edit/']").first).to_be_visible()
    desk.look(page, f"waits-for-{account}")
    desk.edit(page_id)
    page.click("footer [data-w-dropdown-target=toggle]")
    desk.look(page, f"review-by-{account}")
    page.locator("footer button[data-workflow-action-name=approve]").first.click()
    expect(page.locator(".messages .success").first).to_be_visible()
