"""What the city announces: an event, a call, a publication, an award, a milestone."""

import datetime

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import PATIENCE
from tests.browser.office.desk import Desk

SHORTLY = 500
"""Milliseconds between two looks at a page that the background still works on."""
WEEK = datetime.timedelta(weeks=1)
EVENT = "示例：旧厂房里的一日讲习"
CALL = "示例：老街招牌设计征集"
PUBLICATION = "示例：城市设计手册"
AWARD = "示例：年度招牌奖"
WORK = "示例：竹编招牌"
MILESTONE = "示例：第一届招牌展开幕"


def announce_event(desk: Desk) -> None:
    """Say when and where an event takes place, and publish it."""
    page = desk.page
    desk.log_in("publisher")
    desk.open(f"pages/add/events/eventpage/{desk.only('events.EventIndexPage')}/")
    page.fill("[name=title]", EVENT)
    for name, moment in (("starts_at", "2099-05-20 09:30"), ("ends_at", "2099-05-20 17:00")):
        _choose(page.locator(f"[name={name}]"), moment)
    page.fill("[name=place]", "示例图书馆")
    page.fill("[name=registration_url]", "https://example.org/")
    page.locator("[name=starts_at]").scroll_into_view_if_needed()
    desk.look(page, "event")
    event_id = _published(desk)
    assert desk.as_reader(desk.address_of(event_id)) == 200
    expect(page.get_by_role("heading", level=1)).to_have_text(EVENT)
    desk.look(page, "event-page")


def call_for_entries(desk: Desk) -> None:
    """Say from when to when something can be entered, and publish it."""
    page = desk.page
    desk.log_in("publisher")
    desk.open(f"pages/add/events/callpage/{desk.only('events.CallIndexPage')}/")
    page.fill("[name=title]", CALL)
    today = datetime.datetime.now(datetime.UTC).date()
    for name, moment in (("opens_at", f"{today - WEEK} 09:00"), ("closes_at", f"{today + 6 * WEEK} 18:00")):
        _choose(page.locator(f"[name={name}]"), moment)
    page.fill("[name=entry_email]", "entries@example.org")
    page.locator("[name=opens_at]").scroll_into_view_if_needed()
    desk.look(page, "call")
    call_id = _published(desk)
    assert desk.as_reader(desk.address_of(call_id)) == 200
    expect(page.locator("a[href^='mailto:entries@example.org']").first).to_be_visible()
    desk.look(page, "call-page")


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
    publication_id = _published(desk)
    assert desk.as_reader(desk.address_of(publication_id)) == 200
    expect(page.locator("main a[href*='/documents/']").first).to_be_visible()
    _wait_for_cover(page)
    desk.look(page, "publication-page")


def give_award(desk: Desk) -> None:
    """List a work under an award, and publish it."""
    page = desk.page
    desk.log_in("publisher")
    desk.open(f"pages/add/awards/awardpage/{desk.only('awards.AwardIndexPage')}/")
    page.fill("[name=title]", AWARD)
    page.fill("[name=awarded_by]", "示例评委会")
    page.click("#id_works-ADD")
    page.fill("[name=works-0-title]", WORK)
    page.fill("[name=works-0-prize]", "金奖")
    page.locator("[name=works-0-title]").scroll_into_view_if_needed()
    desk.look(page, "award")
    award_id = _published(desk)
    assert desk.as_reader(desk.address_of(award_id)) == 200
    work = page.get_by_role("heading", name=WORK)
    expect(work).to_be_visible()
    work.scroll_into_view_if_needed()
    desk.look(page, "award-page")


def keep_milestone(desk: Desk) -> None:
    """Add a milestone to those of the city, and publish it."""
    page = desk.page
    desk.log_in("publisher")
    milestones = desk.only("campaigns.MilestonesPage")
    desk.edit(milestones)
    page.locator("[data-contentpath=milestones] .c-sf-add-button").first.click()
    newest = page.locator("[name=milestones-0-value-title], [name$='-value-title']").first
    newest.fill(MILESTONE)
    _choose(page.locator("[name$='-value-date']").first, "2026-06-01")
    newest.scroll_into_view_if_needed()
    desk.look(page, "milestone")
    _published(desk)
    assert desk.as_reader(desk.address_of(milestones)) == 200
    newest = page.get_by_role("heading", name=MILESTONE).first
    expect(newest).to_be_visible()
    newest.scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")  # pictures beside it come once they are in sight
    desk.look(page, "milestone-page")


def _wait_for_cover(page: Page) -> None:
    """Come back until the first page of the file, which is drawn in the background, is the cover.

    Its sizes are not waited for: they come after all that a new demo has made of its pictures.
    """
    for _ in range(PATIENCE // SHORTLY):
        if page.locator(".publication__cover img").count():
            return
        page.wait_for_timeout(SHORTLY)
        page.reload()
    raise AssertionError("The first page of the file did not become the cover.")


def _choose(field: Locator, moment: str) -> None:
    """Type a moment, and go on to the next field: its calendar opens a little late, and closes."""
    calendar = field.page.locator(".xdsoft_datetimepicker:visible")
    field.fill(moment)
    expect(calendar).to_have_count(1)
    field.press("Tab")
    expect(calendar).to_have_count(0)


def _published(desk: Desk) -> int:
    """Publish the page whose form is open, and return its id."""
    desk.page.wait_for_url("**/edit/**")
    desk.wait_until_saved()
    page_id = desk.edited()
    desk.act("publish")
    expect(desk.page.locator(".messages .success").first).to_be_visible()
    return page_id
