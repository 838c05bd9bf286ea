"""Losing the connection, then the session, in the middle of a sentence: nothing typed is lost."""

from playwright.sync_api import expect

from tests.browser.office.desk import Desk

TROUBLE = "[data-keeping] [role=alert] p"


def lose_connection(desk: Desk) -> None:
    """Write on without a connection; saving goes on when it is back."""
    page = desk.page
    page.context.set_offline(True)
    page.fill("[name=summary]", "示例设计周需要一百二十名志愿者。")
    expect(page.locator(TROUBLE)).to_be_visible()
    desk.look(page, "offline")
    page.context.set_offline(False)
    desk.wait_until_saved()


def lose_session(desk: Desk) -> None:
    """Write on after the session has ended; log in in another tab, and saving goes on."""
    page = desk.page
    page.context.clear_cookies(name="sessionid")
    page.fill("[name=summary]", "示例设计周需要一百二十名志愿者，报名到月底为止。")
    login = page.locator(f"{TROUBLE} ~ .keeping__actions a")
    expect(login).to_be_visible()
    desk.look(page, "logged-out")
    with page.context.expect_page() as opened:
        login.click()
    tab = opened.value
    tab.fill("[name=username]", "writer")
    tab.fill("[name=password]", desk.demo.passwords["writer"])
    tab.press("[name=password]", "Enter")
    desk.wait_until_saved()
    tab.close()
