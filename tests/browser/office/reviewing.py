"""An editor reviews, a publisher publishes: the way on which every article goes, and where it is changed."""

from playwright.sync_api import expect

from tests.browser.office.desk import Desk

WANTED = "请写明报名的截止日期。"


def send_back(desk: Desk, page_id: int) -> None:
    """Ask for a change; the writer reads of it on the home page, and submits again."""
    page = desk.page
    desk.log_in("editor")
    desk.edit(page_id)
    page.click("footer [data-w-dropdown-target=toggle]")
    page.locator("footer button[data-workflow-action-name=reject]").first.click()
    page.locator(".modal textarea").fill(WANTED)
    desk.look(page, "send-back")
    page.locator(".modal [type=submit]").click()
    expect(page.locator(".messages .success").first).to_be_visible()
    desk.log_in("writer")
    expect(page.get_by_text(WANTED)).to_be_visible()
    desk.look(page, "sent-back")
    desk.edit(page_id)
    desk.act("submit")
    expect(page.locator(".messages .success").first).to_be_visible()


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


def change_the_way(desk: Desk) -> None:
    """Open the way from writing to publishing, where steps are added, moved and taken out, and save it."""
    page = desk.page
    desk.log_in("admin")
    desk.open("workflows/list/")
    page.locator("main a[href*='/workflows/edit/']").first.click()
    expect(page.locator("#id_workflow_tasks-ADD")).to_be_visible()
    desk.look(page, "workflow")
    page.locator("footer [type=submit]").first.click()
    expect(page.locator(".messages .success").first).to_be_visible()
