"""A claimant asks for a removal, an officer grants it: both ways gone through in a real browser."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import Demo
from tests.browser.office import removing
from tests.browser.office.desk import Desk

STATEMENT = "The piece is mine; it stood in our yearbook first."
ANSWER = "We have corrected it. Thank you."


def test_a_request_goes_from_a_link_on_an_article_to_its_decision(
    page: Page, demo: Demo, complaints: list[str], tmp_path: Path
) -> None:
    number, private = _ask(page, demo, tmp_path)
    desk = Desk(page, demo)
    _handle(desk, number)
    desk.as_reader(private)
    expect(page.locator(".request-state")).to_have_text("Granted")
    expect(page.get_by_text(ANSWER)).to_be_visible()
    assert complaints == []


def test_a_picture_goes_and_comes_back_as_its_photographer_asks(
    page: Page, demo: Demo, complaints: list[str]
) -> None:
    desk = Desk(page, demo)
    asked = removing.ask_about_picture(desk, "en", {"statement": STATEMENT, "name": "A. Photographer"})

    removing.grant(desk, asked.number, "picture", "The picture is gone.")
    desk.as_reader(asked.article)
    expect(removing.lead(page)).to_have_count(0)
    desk.as_reader(asked.private)
    expect(page.locator(".request-state")).to_have_text("Granted")
    expect(page.get_by_text("The picture is gone.")).to_be_visible()

    removing.undo(desk, asked.number, "The owner allows it after all.")
    desk.as_reader(asked.article)
    expect(removing.lead(page)).to_have_count(1)
    assert removing.lead(page).evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    desk.as_reader(asked.private)
    expect(page.locator(".request-state")).to_have_text("Undone")
    expect(page.get_by_text("The owner allows it after all.")).to_be_visible()
    assert complaints == []


def _ask(page: Page, demo: Demo, folder: Path) -> tuple[str, str]:
    """Fill in the form, forget something, send it, and write once more."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{demo.url}/en/news/")
    page.locator("main article h3 a").first.click()
    page.locator(".source__removal a").click()
    expect(page.locator(".concerned__page")).to_be_visible()
    proof = folder / "proof.txt"
    proof.write_text("I am the author.")
    page.set_input_files("[name=evidence]", proof)
    _fill(page, "Correct it")
    page.get_by_role("button", name="Send the request").click()
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.get_by_label("What is wrong, and why?")).to_have_value(STATEMENT)
    expect(page.get_by_text("Choose them again.").first).to_be_visible()
    page.get_by_label("E-mail").fill("claimant@example.org")
    page.set_input_files("[name=evidence]", proof)
    page.wait_for_timeout(removing.AS_A_PERSON)
    page.get_by_role("button", name="Send the request").click()
    expect(page.get_by_role("status").first).to_contain_text("We have your request.")
    page.get_by_label("Your message").fill("Here is more.")
    page.wait_for_timeout(removing.AS_A_PERSON)
    page.get_by_role("button", name="Send the message").click()
    expect(page.locator(".letter")).to_have_count(1)
    page.set_viewport_size({"width": 1440, "height": 900})
    return removing.number_on(page), page.url.partition("?")[0]


def _fill(page: Page, kind: str) -> None:
    """Fill in all but the e-mail, by the labels that a screen reader reads."""
    page.get_by_label(kind).check()
    page.get_by_label("Copyright").check()
    page.get_by_label("What is wrong, and why?").fill(STATEMENT)
    page.get_by_label("For myself").check()
    page.get_by_label("Your name").fill("A. Claimant")
    page.get_by_label("What I state is true").check()


def _handle(desk: Desk, number: str) -> None:
    """Find the request on the first page, read its evidence, write, and grant it."""
    page = desk.page
    removing.open_request(desk, number)
    with page.expect_download() as download:
        page.locator(".requests-files a").first.click()
    assert download.value.suggested_filename == "proof.txt"
    page.fill("[name=note-text]", "The yearbook is on file.")
    page.locator("form[action$='/note/'] button").click()
    expect(page.locator(".messages .success").first).to_be_visible()
    page.locator("a[href$='/grant/']").click()
    page.check("[name=scope][value=nothing]")
    page.fill("[name=words]", ANSWER)
    page.locator("main form button[type=submit]").first.click()
    expect(page.locator(".messages .success").first).to_be_visible()
    expect(page.locator(".requests-history")).to_contain_text(re.compile("已同意|Granted"))
