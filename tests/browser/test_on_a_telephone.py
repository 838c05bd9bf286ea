"""The editors' interface on a telephone: nothing is out of reach."""

from playwright.sync_api import Page

from tests.browser.conftest import Demo
from tests.browser.office.desk import Desk


def test_all_columns_of_a_report_can_be_reached(page: Page, demo: Demo) -> None:
    desk = Desk(page, demo)
    desk.log_in("admin")
    page.set_viewport_size({"width": 390, "height": 844})
    desk.open("reports/sources/")
    page.locator("#listing-results").evaluate("results => results.scrollTo(results.scrollWidth, 0)")
    heading = page.locator("#listing-results th").last.bounding_box()
    assert heading is not None
    assert heading["x"] + heading["width"] < 391
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
