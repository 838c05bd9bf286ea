"""The results page, as a reader's eyes and fingers meet it."""

import re

import pytest
from playwright.sync_api import Browser, Page, Request, ViewportSize, expect

WIDE: ViewportSize = {"width": 1440, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 900}
CHIP, VALUE = ".facets .chip", ".facet__value"
CHOSEN = ".facet__value[aria-current]"


def searched(page: Page, address: str) -> Page:
    """Open results as Elasticsearch gives them: while the machine is crowded, the database may answer first."""
    for _ in range(20):
        page.goto(address)
        if page.locator(".notice").count() == 0:
            return page
        page.wait_for_timeout(1_000)
    pytest.fail("Elasticsearch never answered in time.")


def tab_to(page: Page, selector: str, text: str = "") -> None:
    """Press the tabulator until an element has the focus, as one without a mouse does."""
    wanted = page.locator(selector).filter(has_text=text).first
    for _ in range(80):
        page.keyboard.press("Tab")
        if wanted.evaluate("one => one === document.activeElement"):
            return
    pytest.fail(f"The tabulator never reaches {selector} {text}.")


def test_facets_narrow_and_widen_with_the_keyboard_alone(site_url: str, page: Page) -> None:
    searched(page, f"{site_url}/en/search/?q=design")
    before = page.locator(".results__total").inner_text()
    tab_to(page, VALUE, "News")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/search/?q=design&kind=news")
    expect(page.locator(CHIP)).to_contain_text("News")
    expect(page.locator(CHOSEN)).to_contain_text("News")
    assert set(page.locator(".hit__kind").all_inner_texts()) == {"News"}
    tab_to(page, CHIP)
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/search/?q=design")
    expect(page.locator(CHIP)).to_have_count(0)
    expect(page.locator(".results__total")).to_have_text(before)


def test_one_key_leads_past_the_facets(site_url: str, page: Page) -> None:
    searched(page, f"{site_url}/en/search/?q=design")
    tab_to(page, ".facets__skip")
    expect(page.locator(".facets__skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#results")).to_be_focused()


def test_the_back_button_keeps_the_choices(site_url: str, page: Page) -> None:
    searched(page, f"{site_url}/zh-hans/search/?q=设计")
    page.locator(VALUE).filter(has_text="新闻").click()
    expect(page.locator(CHIP)).to_have_count(1)
    page.locator(VALUE).filter(has_text="2026").click()
    expect(page.locator(CHIP)).to_have_count(2)
    page.locator(".hit__title a").first.click()
    expect(page.locator(".hits")).to_have_count(0)
    page.go_back()
    expect(page.locator(CHIP)).to_have_count(2)
    expect(page.locator("#search-form-field")).to_have_value("设计")
    page.go_back()
    expect(page.locator(CHIP)).to_have_text([re.compile("新闻")])


def test_all_choices_are_undone_at_once(site_url: str, page: Page) -> None:
    searched(page, f"{site_url}/en/search/?q=design&kind=news&year=2026")
    page.locator(".facets__clear").click()
    page.wait_for_url("**/en/search/?q=design")
    expect(page.locator(CHIP)).to_have_count(0)


def test_a_choice_lasts_through_another_order_and_the_next_page(site_url: str, page: Page) -> None:
    searched(page, f"{site_url}/en/search/?q=design")
    page.locator(".results__sort a").last.click()
    expect(page.locator(".results__sort a[aria-current]")).to_have_text("Newest first")
    page.locator(".pagination [rel=next]").click()
    page.wait_for_url(re.compile("sort=date.*page=2"))
    expect(page).to_have_title(re.compile("Page 2"))
    page.locator(VALUE).filter(has_text="Institutions").click()
    expect(page).to_have_url(re.compile(r"sort=date"))
    expect(page).not_to_have_url(re.compile(r"page="))


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_on_a_phone_the_facets_are_folded_and_nothing_sticks_out(
    site_url: str, page: Page, language: str
) -> None:
    page.set_viewport_size(PHONE)
    searched(page, f"{site_url}/{language}/search/?q=design")
    expect(page.locator(VALUE).first).to_be_hidden()
    page.locator(".facets__summary").press("Enter")
    expect(page.locator(VALUE).first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    page.locator(VALUE).first.click()
    expect(page.locator(CHIP)).to_be_visible()
    expect(page.locator(VALUE).first).to_be_hidden()


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_without_javascript_results_are_narrowed_all_the_same(
    site_url: str, browser: Browser, size: ViewportSize
) -> None:
    plain = browser.new_context(java_script_enabled=False, viewport=size)
    page = searched(plain.new_page(), f"{site_url}/en/search/?q=design")
    if size == PHONE:
        page.locator(".facets__summary").click()
    page.locator(VALUE).filter(has_text="Campaigns").click()
    page.wait_for_url("**/en/search/?q=design&kind=campaign")
    assert set(page.locator(".hit__kind").all_inner_texts()) == {"Campaigns"}
    plain.close()


def test_on_paper_the_results_stand_alone(site_url: str, page: Page) -> None:
    searched(page, f"{site_url}/en/search/?q=design")
    page.emulate_media(media="print")
    for unneeded in (".facets", ".results__sort", ".search-form", ".pagination"):
        expect(page.locator(unneeded)).to_be_hidden()
    box = page.locator(".results__main").bounding_box()
    assert box is not None
    assert box["width"] > 600


def test_nothing_found_helps_and_the_editors_are_told_what_is_missing(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}/en/search/?q=xyzzy")
    expect(page.get_by_role("heading", name="Nothing found for “xyzzy”")).to_be_visible()
    assert page.locator(".help__places a").count() > 2
    page.get_by_role("button", name="Send").click()
    alert = page.get_by_role("alert")
    expect(alert).to_be_in_viewport()
    alert.get_by_role("link").click()
    field = page.locator("#missed-message")
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    field.fill("A page about magic words")
    page.get_by_role("button", name="Send").click()
    expect(page.locator(".missed [role=status]")).to_be_in_viewport()
    expect(page.locator("#search-form-field")).to_have_value("xyzzy")
    expect(page.locator("#missed-message")).to_have_count(0)


def test_a_slip_is_answered_with_the_right_spelling(site_url: str, page: Page) -> None:
    searched(page, f"{site_url}/zh-hans/search/?q=支称基构")
    expect(page.locator(".nothing__meant a")).to_have_text("支撑机构")
    page.locator(".nothing__meant a").click()
    expect(page.locator("#search-form-field")).to_have_value("支撑机构")
    expect(page.locator(".hit").first).to_be_visible()


def test_few_results_come_with_those_of_the_other_language(site_url: str, page: Page) -> None:
    searched(page, f"{site_url}/zh-hans/search/?q=handbook")
    group = page.get_by_role("region", name=re.compile("英语"))
    expect(group.locator(".hit__title").first).to_have_attribute("lang", "en")
    expect(group.locator("mark").first).to_have_text(re.compile("handbook", re.IGNORECASE))


@pytest.mark.parametrize("button", ["left", "middle"])
def test_that_a_result_was_opened_is_told_and_nothing_else(site_url: str, page: Page, button: str) -> None:
    told: list[Request] = []
    page.context.on("request", lambda sent: told.append(sent) if "/search/opened/" in sent.url else None)
    searched(page, f"{site_url}/en/search/?q=symposium")
    with page.context.expect_event("request", lambda sent: "/search/opened/" in sent.url):
        page.locator(".hit__title a").first.click(button=button)  # type: ignore[arg-type]  # a string
    assert [(sent.method, sent.post_data) for sent in told] == [("POST", "q=symposium")]


@pytest.mark.parametrize("query", ["", "q=design", "q=design&kind=news", "q=xyzzy", "q=xyzzy&missed=empty"])
@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_everything_has_a_name_one_id_and_a_place_in_the_outline(
    site_url: str, page: Page, complaints: list[str], language: str, query: str
) -> None:
    page.goto(f"{site_url}/{language}/search/?{query}")
    found = page.evaluate(
        """() => {
            const all = (selector) => Array.from(document.querySelectorAll(selector));
            const ids = all("[id]").map((one) => one.id);
            const words = (one) => one.getAttribute("aria-label") || one.textContent.trim();
            const points = ["aria-labelledby", "aria-describedby", "aria-controls", "for"];
            const levels = all("main :is(h1, h2, h3, h4)").map((one) => Number(one.tagName[1]));
            return {
                "ids given twice": ids.filter((id, at) => ids.indexOf(id) !== at),
                "nameless": all("a, button, summary").filter((one) => !words(one)).map((one) => one.outerHTML),
                "fields without a label": all("input:not([type=hidden]), textarea, select")
                    .filter((one) => one.labels.length === 0).map((one) => one.name),
                "pictures without alt": all("img:not([alt])").length,
                "landmarks without a name": all("aside, nav").filter((one) => !one.ariaLabel).length,
                "references to nothing": points.flatMap((name) => all(`[${name}]`)
                    .flatMap((one) => one.getAttribute(name).split(/\\s+/)).filter((id) => !ids.includes(id))),
                "headings that skip a level": levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1),
            };
        }"""
    )
    assert found == {
        "ids given twice": [],
        "nameless": [],
        "fields without a label": [],
        "pictures without alt": 0,
        "landmarks without a name": 0,
        "references to nothing": [],
        "headings that skip a level": [],
    }
    assert complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground(site_url: str, page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # a string
    searched(page, f"{site_url}/en/search/?q=design&kind=news")
    faint = page.locator(".results :is(a, p, h1, h2, h3, span, time, mark)").evaluate_all(
        """all => {
            const parts = (value) => (value.match(/rgba?\\([^)]*/)?.[0].match(/[\\d.]+/g) ?? []).map(Number);
            const light = ([r, g, b]) => [r, g, b].map((v) => v / 255)
                .map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
                .reduce((sum, v, at) => sum + v * [0.2126, 0.7152, 0.0722][at], 0);
            const ground = (one) => {
                for (; one; one = one.parentElement) {
                    const { backgroundColor, backgroundImage } = getComputedStyle(one);
                    const found = backgroundImage.startsWith("linear") ? backgroundImage : backgroundColor;
                    if (parts(found)[3] !== 0) return parts(found);
                }
                return [255, 255, 255];
            };
            return all.filter((one) => one.checkVisibility() && one.textContent.trim()).filter((one) => {
                const [a, b] = [light(parts(getComputedStyle(one).color)), light(ground(one))];
                return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 4.5;
            }).map((one) => one.outerHTML);
        }"""
    )
    assert faint == []
