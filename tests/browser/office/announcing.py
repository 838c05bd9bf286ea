"""What takes place, and what can be downloaded: an event and a publication."""

from playwright.sync_api import expect

from tests.browser.office.desk import Desk

EVENT = "示例：旧厂房里的一日讲习"
PUBLICATION = "示例：城市设计手册"


def announce_event(desk: Desk) -> None:
    """Say when and where an event takes place, and publish it."""
    page = desk.page
    desk.log_in("publisher")
    desk.open(f"pages/add/events/eventpage/{desk.only('events.EventIndexPage')}/")
    page.fill("[name=title]", EVENT)
    for name, moment in (("starts_at", "2099-05-20 09:30"), ("ends_at", "2099-05-20 17:00")):
        _choose(desk, name, moment)
    page.fill("[name=place]", "示例图书馆")
    page.fill("[name=registration_url]", "https://example.org/")
    page.locator("[name=starts_at]").scroll_into_view_if_needed()
    desk.look(page, "event")
    event_id = _published(desk)
    assert desk.as_reader(desk.address_of(event_id)) == 200
    expect(page.get_by_role("heading", level=1)).to_have_text(EVENT)
    desk.look(page, "event-page")


def offer_publication(desk: Desk) -> None:
    """Choose the file of a publication, whose first page becomes the cover, and publish it."""
    page = desk.page
    desk.log_in("publisher")
    desk.open(f"pages/add/publications/publicationpage/{desk.only('publications.PublicationIndexPage')}/")
    page.fill("[name=title]", PUBLICATION)
    page.locator("#id_document-chooser .unchosen [data-chooser-action-choose]").click()
    files = page.locator(".modal a[data-chooser-modal-choice]")
    expect(files.first).to_be_visible()
    desk.look(page, "publication-file")
    files.first.click()
    expect(page.locator(".modal")).to_have_count(0)
    page.fill("[name=publisher]", "示例图书馆")
    desk.look(page, "publication")
    _published(desk)


def _choose(desk: Desk, name: str, moment: str) -> None:
    """Type a moment, and go on to the next field: its calendar opens a little late, and closes."""
    calendar = desk.page.locator(".xdsoft_datetimepicker:visible")
    desk.page.fill(f"[name={name}]", moment)
    expect(calendar).to_have_count(1)
    desk.page.press(f"[name={name}]", "Tab")
    expect(calendar).to_have_count(0)


def _published(desk: Desk) -> int:
    """Publish the page whose form is open, and return its id."""
    desk.page.wait_for_url("**/edit/**")
    desk.wait_until_saved()
    page_id = desk.edited()
    desk.act("publish")
    expect(desk.page.locator(".messages .success").first).to_be_visible()
    return page_id
