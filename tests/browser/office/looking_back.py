"""What was said beside the words, what changed in them, and whose version is the newest."""

from playwright.sync_api import expect

from tests.browser.conftest import PATIENCE
from tests.browser.office.desk import Desk

REMARK = "人数核实过了吗？"


def look_back(desk: Desk, page_id: int) -> None:
    """Comment on a page, see what happened to it, and compare its first version with the latest."""
    page = desk.page
    desk.edit(page_id)
    _comment(desk)
    desk.open(f"pages/{page_id}/history/")
    expect(page.locator("main table tbody tr").first).to_be_visible()
    desk.look(page, "history")
    desk.open(f"pages/{page_id}/revisions/compare/earliest...latest/")
    expect(page.locator(".comparison").first).to_be_visible()
    desk.look(page, "compare")


def bring_back(desk: Desk, page_id: int) -> None:
    """Look at the first version of a page again, and save it as the newest."""
    page = desk.page
    desk.open(f"pages/{page_id}/history/")
    page.locator("main td [data-w-dropdown-target=toggle]").last.click()
    page.locator("[data-tippy-root] a[href*='/revert/']").click()
    page.wait_for_url("**/revert/")
    desk.look(page, "revert")
    page.locator("footer button[type=submit]").first.click()
    expect(page.locator(".messages .success").first).to_be_visible()


def save_second(desk: Desk, page_id: int) -> None:
    """Save in one window what was begun before another one saved: both versions stay."""
    page = desk.page
    desk.edit(page_id)
    desk.wait_until_saved()
    other = page.context.new_page()
    Desk(other, desk.demo).edit(page_id)
    Desk(other, desk.demo).wait_until_saved()
    other.fill("[name=summary]", "示例设计周需要一百三十名志愿者。")
    Desk(other, desk.demo).wait_until_saved()
    other.close()
    page.fill("[name=summary]", "示例设计周需要一百四十名志愿者。")
    page.locator("footer button[type=submit]").first.click()
    page.wait_for_url("**/revert/", timeout=PATIENCE)
    desk.look(page, "newer-version")


def _comment(desk: Desk) -> None:
    page = desk.page
    page.locator("[data-contentpath=summary] [data-comment-add]").first.click()
    page.locator(".comment__input").last.fill(REMARK)
    page.locator(".comment__button--primary").last.click()
    expect(page.locator(".comment__text").last).to_have_text(REMARK)
    desk.look(page, "comment")
    desk.wait_until_saved()
