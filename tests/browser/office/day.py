"""A day in the office, from an empty form to a page that was taken down: what docs/editing.md shows."""

from playwright.sync_api import expect

from tests.browser.office import (
    announcing,
    illustrating,
    looking_back,
    losing,
    planning,
    reviewing,
    sharing,
    taking_down,
    writing,
)
from tests.browser.office.desk import Desk

NOTICE = "报名已经结束，谢谢各位。"


def spend(desk: Desk) -> None:
    """Go through the day with everybody's account, one step after the other."""
    page_id = write_and_submit(desk)
    show_a_draft(desk, page_id)
    reviewing.send_back(desk, page_id)
    for account in ("editor", "publisher"):
        reviewing.approve(desk, account, page_id)
    looking_back.save_second(desk, page_id)
    looking_back.look_back(desk, page_id)
    looking_back.bring_back(desk, page_id)
    plan(desk, page_id)
    take_down(desk, page_id)
    reviewing.change_the_way(desk)
    illustrating.add_image(desk)
    announcing.announce_event(desk)
    announcing.call_for_entries(desk)
    announcing.offer_publication(desk)
    announcing.give_award(desk)
    announcing.keep_milestone(desk)


def write_and_submit(desk: Desk) -> int:
    """Let the writer write an article, look at it and submit it; return its id."""
    page_id = writing.write(desk)
    writing.choose_blocks(desk)
    writing.take_summary(desk)
    writing.add_picture(desk)
    writing.add_video(desk)
    writing.choose_cards(desk)
    writing.see_it(desk)
    writing.look_at_the_checks(desk)
    losing.lose_connection(desk)
    losing.lose_session(desk)
    writing.submit(desk)
    return page_id


def show_a_draft(desk: Desk, page_id: int) -> None:
    """Let somebody without an account see the draft, which nobody else sees, until the link is withdrawn."""
    link = sharing.share(desk, "publisher", page_id)
    assert desk.as_reader(link) == 200
    expect(desk.page.get_by_role("heading", level=1)).to_have_text(writing.TITLE)
    desk.look(desk.page, "draft")
    sharing.withdraw(desk, "publisher", page_id)
    assert desk.as_reader(link) == 410


def plan(desk: Desk, page_id: int) -> None:
    """See where a page is given its moment, alone or with others."""
    planning.schedule(desk, page_id)
    planning.keep_back(desk, page_id)
    planning.bundle(desk, "设计周开幕", page_id)
    planning.calendar(desk)


def take_down(desk: Desk, page_id: int) -> None:
    """Take the page down; whoever comes to its old address reads why."""
    address = desk.address_of(page_id)
    assert desk.as_reader(address) == 200
    taking_down.take_down(desk, "publisher", page_id, NOTICE)
    assert desk.as_reader(address) == 410
    expect(desk.page.get_by_text(NOTICE)).to_be_visible()
    desk.look(desk.page, "taken-down")
