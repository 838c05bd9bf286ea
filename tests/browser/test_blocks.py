"""What blocks do in a real browser."""

from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Demo


def opened(page: Page, site_url: str, title: str) -> None:
    """Open the English article whose title begins with some words."""
    page.goto(f"{site_url}/en/news/")
    page.locator(".card__title a").filter(has_text=title).first.click()
    expect(page.locator("h1")).to_contain_text(title)


def test_a_platform_is_asked_only_when_the_reader_consents(site_url: str, page: Page) -> None:
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(body="<p>player</p>", content_type="text/html")

    page.route(lambda address: not address.startswith(site_url), answer)
    opened(page, site_url, "Sample Service Design")
    expect(page.locator("[data-video-play]")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert asked == []
    page.locator("[data-video-play]").click()
    expect(page.frame_locator("iframe").get_by_text("player")).to_be_visible()
    assert [address.split("?")[0] for address in asked] == ["https://player.bilibili.com/player.html"]
    expect(page.locator("iframe")).to_be_focused()


def test_without_a_script_the_video_is_a_link_and_no_button(demo: Demo, page: Page) -> None:
    assert page.context.browser is not None
    plain = page.context.browser.new_context(java_script_enabled=False).new_page()
    opened(plain, demo.url, "Sample Service Design")
    expect(plain.locator("[data-video-play]")).to_be_hidden()
    expect(plain.locator(".video__link a")).to_have_attribute(
        "href", "https://www.bilibili.com/video/BV1sample00A/"
    )
    plain.context.close()


def test_answers_are_printed_though_they_are_closed(site_url: str, page: Page) -> None:
    opened(page, site_url, "Sample Toolkit")
    answer = page.get_by_text("cardboard, scissors and patience")
    assert not answer.evaluate("one => one.checkVisibility({ contentVisibilityAuto: true })")
    page.emulate_media(media="print")
    assert answer.evaluate("one => one.checkVisibility({ contentVisibilityAuto: true })")


def test_a_wide_table_scrolls_by_itself_and_the_keyboard_reaches_it(site_url: str, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    opened(page, site_url, "Sample Design Library")
    region = page.get_by_role("region", name="What is on the five walls")
    region.focus()
    page.keyboard.press("ArrowRight")
    expect(region).not_to_have_js_property("scrollLeft", 0)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_the_numbers_on_the_map_are_large_enough_to_touch_and_lead_to_their_pages(
    site_url: str, page: Page
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    opened(page, site_url, "Sample Toolkit")
    spots = page.locator("svg a circle")
    sizes = spots.evaluate_all("all => all.map(one => one.getBoundingClientRect().width)")
    assert sizes
    assert min(sizes) >= 24
    page.locator("svg a").first.click()
    expect(page.locator(".profile")).to_be_visible()
