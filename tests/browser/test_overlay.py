"""The search that covers the screen, as a reader's fingers meet it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, Route, expect

LANGUAGES = [
    pytest.param("en", "symp", "Symposium", "Start typing and press Enter to search", id="en"),
    pytest.param("zh-hans", "座谈", "座谈会", "开始输入，按回车键搜索", id="zh-hans"),
]
OPENERS: list[Callable[[Page], None]] = [
    lambda page: page.keyboard.press("/"),
    lambda page: page.keyboard.press("Control+k"),
    lambda page: page.keyboard.press("Meta+k"),
    lambda page: page.locator("[data-search-open]").click(),
]
FIELD, OPTION, CHOSEN = "[data-search-field]", "[role=option]", "[role=option][aria-selected=true]"


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    page.keyboard.press("/")
    expect(page.locator("[data-search-dialog]")).to_be_visible()
    return page


@pytest.mark.parametrize("opens", OPENERS, ids=["slash", "ctrl-k", "cmd-k", "click"])
def test_the_overlay_opens_with_the_cursor_in_its_field(
    site_url: str, page: Page, opens: Callable[[Page], None]
) -> None:
    page.goto(f"{site_url}/en/")
    opens(page)
    expect(page.locator("[data-search-dialog]")).to_be_visible()
    expect(page.locator(FIELD)).to_be_focused()


def test_a_slash_typed_into_a_field_stays_a_slash(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}/en/search/")
    page.locator("#search-form-field").press_sequentially("a/b")
    expect(page.locator("#search-form-field")).to_have_value("a/b")
    expect(page.locator("[data-search-dialog]")).to_be_hidden()


@pytest.mark.parametrize(("language", "typed", "word", "label"), LANGUAGES)
def test_typing_suggests_the_symposium_with_the_match_marked(
    site_url: str, page: Page, language: str, typed: str, word: str, label: str
) -> None:
    opened(page, f"{site_url}/{language}/")
    expect(page.get_by_role("combobox", name=label)).to_be_focused()
    page.keyboard.insert_text(typed)
    found = page.locator(OPTION).filter(has_text=word).first
    expect(found).to_be_visible()
    assert (found.locator("mark").first.text_content() or "").lower() == typed
    expect(page.locator("[data-search-status]")).not_to_be_empty()


@pytest.mark.parametrize(("language", "typed", "word", "label"), LANGUAGES)
def test_enter_without_a_choice_opens_the_results(
    site_url: str, page: Page, language: str, typed: str, word: str, label: str
) -> None:
    opened(page, f"{site_url}/{language}/")
    page.keyboard.insert_text(typed)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{language}/search/?q=*")
    expect(page.locator(".hit__title").filter(has_text=word).first).to_be_visible()
    expect(page.locator('meta[name="robots"]')).to_have_attribute("content", "noindex")


def test_arrows_choose_and_enter_follows_the_choice(site_url: str, page: Page) -> None:
    opened(page, f"{site_url}/en/")
    page.keyboard.insert_text("design")
    options = page.locator(OPTION)
    expect(options.nth(1)).to_be_visible()
    field = page.locator(FIELD)
    expect(field).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", options.first.get_attribute("id") or "")
    page.keyboard.press("End")
    expect(options.last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowUp")
    expect(page.locator(CHOSEN)).to_have_count(0)
    page.keyboard.press("ArrowDown")
    address = options.first.get_attribute("href") or ""
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url.endswith(address))


def test_escape_closes_and_the_focus_returns(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}/en/")
    link = page.locator(".navigation a").first
    link.focus()
    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.insert_text("design")
    page.keyboard.press("Escape")
    expect(page.locator("[data-search-dialog]")).to_be_hidden()
    expect(link).to_be_focused()


def test_nothing_is_asked_while_an_input_method_composes(site_url: str, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/suggest/" in request.url else None)
    opened(page, f"{site_url}/zh-hans/")
    method = page.context.new_cdp_session(page)
    method.send("Input.imeSetComposition", {"text": "zuo tan", "selectionStart": 7, "selectionEnd": 7})
    page.wait_for_timeout(400)
    assert asked == []
    method.send("Input.insertText", {"text": "座谈"})
    expect(page.locator(OPTION).first).to_be_visible()
    assert len(asked) == 1


def test_keys_that_belong_to_an_input_method_do_nothing(site_url: str, page: Page) -> None:
    opened(page, f"{site_url}/zh-hans/")
    page.keyboard.insert_text("设计")
    expect(page.locator(OPTION).first).to_be_visible()
    for facts in ("{key: 'ArrowDown', isComposing: true}", "{key: 'ArrowDown', keyCode: 229}"):
        event = f"new KeyboardEvent('keydown', Object.assign({facts}, {{bubbles: true, cancelable: true}}))"
        page.locator(FIELD).evaluate(f"field => field.dispatchEvent({event})")
    expect(page.locator(CHOSEN)).to_have_count(0)


def test_a_late_answer_is_dropped(site_url: str, page: Page) -> None:
    held: list[Route] = []
    opened(page, f"{site_url}/en/")
    page.route("**/suggest/?q=camp*", lambda route: held.append(route))
    page.keyboard.insert_text("camp")
    page.wait_for_timeout(300)
    page.locator(FIELD).fill("symp")
    expect(page.locator(OPTION).first).to_contain_text("Symposium")
    shown = page.locator(OPTION).all_text_contents()
    assert len(held) == 1
    held[0].fulfill(json={"query": "camp", "groups": [], "total": 0})
    page.wait_for_timeout(300)
    assert page.locator(OPTION).all_text_contents() == shown


def test_without_the_network_a_sentence_says_so_and_enter_still_submits(site_url: str, page: Page) -> None:
    opened(page, f"{site_url}/en/")
    page.route("**/suggest/**", lambda route: route.abort())
    page.keyboard.insert_text("symp")
    expect(page.locator("[data-search-status]")).to_contain_text("Enter")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/search/?q=symp")


def test_asked_too_often_a_sentence_says_so_and_the_next_key_recovers(site_url: str, page: Page) -> None:
    opened(page, f"{site_url}/en/")
    page.route("**/suggest/?q=symp", lambda route: route.fulfill(status=429, json={}))
    page.keyboard.insert_text("symp")
    expect(page.locator("[data-search-status]")).to_contain_text("cannot be had just now")
    page.keyboard.insert_text("o")
    expect(page.locator(OPTION).first).to_be_visible()
    expect(page.locator("[data-search-status]")).not_to_contain_text("cannot be had just now")


def test_what_was_chosen_before_more_was_typed_is_not_opened(site_url: str, page: Page) -> None:
    opened(page, f"{site_url}/en/")
    page.keyboard.insert_text("des")
    expect(page.locator(OPTION).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.route("**/suggest/**", lambda route: None)
    page.keyboard.insert_text("ign")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/search/?q=design")


def test_the_shortcut_works_in_a_plain_field_but_not_where_text_is_formatted(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}/en/search/")
    page.evaluate(
        "document.querySelector('main').insertAdjacentHTML('beforeend', '<p contenteditable id=rich>')"
    )
    page.locator("#rich").press("Control+k")
    expect(page.locator("[data-search-dialog]")).to_be_hidden()
    page.locator("#search-form-field").press("Control+k")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#search-form-field")).to_be_focused()


def test_an_institution_found_by_its_short_name_says_what_it_is(site_url: str, page: Page) -> None:
    opened(page, f"{site_url}/zh-hans/")
    page.keyboard.insert_text("视觉协会")
    found = page.locator(OPTION).filter(has_text="示例视觉传达协会")
    expect(found.locator(".suggestion__summary")).not_to_be_empty()
    expect(found.locator("img")).to_have_attribute("alt", "")


def test_a_suggestion_that_is_opened_is_counted_for_the_words_typed(site_url: str, page: Page) -> None:
    opened(page, f"{site_url}/en/")
    page.keyboard.insert_text("symp")
    expect(page.locator(OPTION).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    with page.context.expect_event("request", lambda sent: "/search/opened/" in sent.url) as told:
        page.keyboard.press("Enter")
    assert (told.value.method, told.value.post_data) == ("POST", "q=symp")


def test_a_link_leads_to_all_results(site_url: str, page: Page) -> None:
    opened(page, f"{site_url}/zh-hans/")
    expect(page.locator("[data-search-all]")).to_be_hidden()
    page.keyboard.insert_text("设计 & $1")
    link = page.get_by_role("link", name="设计 & $1")
    expect(link).to_be_visible()
    link.click()
    page.wait_for_url("**/zh-hans/search/?q=*")
    expect(page.locator("#search-form-field")).to_have_value("设计 & $1")


def test_while_an_input_method_composes_arrows_stay_in_the_field(site_url: str, page: Page) -> None:
    opened(page, f"{site_url}/zh-hans/")
    method = page.context.new_cdp_session(page)
    method.send("Input.imeSetComposition", {"text": "she", "selectionStart": 3, "selectionEnd": 3})
    event = (
        "new KeyboardEvent('keydown', {key: 'ArrowDown', isComposing: true, bubbles: true, cancelable: true})"
    )
    page.locator(FIELD).evaluate(f"field => field.dispatchEvent({event})")
    expect(page.locator(FIELD)).to_be_focused()
    method.send("Input.insertText", {"text": "设计"})
    expect(page.locator(OPTION).first).to_be_visible()


def test_a_title_with_markup_stays_text(site_url: str, page: Page) -> None:
    opened(page, f"{site_url}/en/")
    item = {"title": "🙂<img src=x>", "marks": [[1, 5]], "url": "/", "date": "", "summary": "", "lang": "en"}
    answer = {"query": "x", "groups": [{"kind": "page", "label": "Pages", "items": [item]}], "total": 1}
    page.route("**/suggest/**", lambda route: route.fulfill(json=answer))
    page.keyboard.insert_text("x")
    expect(page.locator(OPTION)).to_have_text("🙂<img src=x>")
    expect(page.locator(f"{OPTION} mark")).to_have_text("<img")


@pytest.mark.parametrize(("language", "typed", "word", "label"), LANGUAGES)
def test_without_javascript_the_plain_form_finds_the_same(
    site_url: str, browser: Browser, language: str, typed: str, word: str, label: str
) -> None:
    plain = browser.new_context(java_script_enabled=False)
    page = plain.new_page()
    page.goto(f"{site_url}/{language}/")
    page.locator("[data-search-open]").click()
    page.locator("#search-form-field").fill(typed)
    page.locator("#search-form-field").press("Enter")
    page.wait_for_url(f"**/{language}/search/?q=*")
    expect(page.locator(".hit__title").filter(has_text=word).first).to_be_visible()
    plain.close()
