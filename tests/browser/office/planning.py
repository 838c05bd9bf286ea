"""Planning: what goes live when, alone or together."""

from playwright.sync_api import expect

from tests.browser.office.desk import Desk


def schedule(desk: Desk, page_id: int) -> None:
    """Open the form in which a page is given a day to go live."""
    page = desk.page
    desk.edit(page_id)
    desk.panel("status")
    opens = "button[data-a11y-dialog-show=schedule-publishing-dialog]"
    page.locator(f"[data-side-panel=status] {opens}").first.click()
    expect(page.locator("[name=go_live_at]")).to_be_visible()
    desk.look(page, "schedule")


def keep_back(desk: Desk, page_id: int) -> None:
    """See the embargo of a page, beside its other settings."""
    page = desk.page
    desk.edit(page_id)
    page.locator("a[role=tab][href='#tab-settings'], a[role=tab]").last.click()
    expect(page.locator("[name=embargo_until]")).to_be_visible()
    desk.look(page, "embargo")


def bundle(desk: Desk, title: str, page_id: int) -> None:
    """Put a page into a bundle, see what is still to be done, and publish it without what is not ready."""
    page = desk.page
    desk.edit(page_id)
    headline = page.input_value("[name=title]")
    desk.open("bundles/new/")
    page.fill("[name=title]", title)
    page.locator("[data-chooser-action-choose]:visible").first.click()
    page.locator(".modal [name=q]").fill(headline)
    page.locator(".modal a.choose-page", has_text=headline).first.click()
    expect(page.locator(".modal, .modal-backdrop")).to_have_count(0)
    page.locator("footer button[type=submit]").first.click()
    expect(page.locator("table.newsroom-bundle")).to_be_visible()
    desk.look(page, "bundle")
    page.locator("form[action*=leave_out] button").first.click()
    page.locator("form[action*='/publish/'] button").click()
    expect(page.locator(".messages .success").first).to_be_visible()
    expect(page.locator("form[action*='/publish/']")).to_have_count(0)
    desk.look(page, "bundle-published")


def calendar(desk: Desk) -> None:
    """Look at the month."""
    desk.open("calendar/")
    expect(desk.page.get_by_role("table").first).to_be_visible()
    desk.look(desk.page, "calendar")
