"""Whatever happens between an editor and the server, nothing typed is lost and nothing is covered unasked."""

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import FLAGS, PATIENCE, Demo

KEPT = re.compile("保存在这台电脑|kept on this computer")
LOGGED_OUT = re.compile("已退出登录|logged out")
SAVED = re.compile("已恢复保存|Saved again|可以继续保存|You can save again")
UNSAVED = re.compile("没有保存|were not saved")
TROUBLE, OFFER = "[data-keeping] [role=alert]", "[data-keeping] [data-region=offers]"


@dataclass
class Writer:
    """One account in a browser of its own."""

    demo: Demo
    context: BrowserContext
    page: Page
    account: str

    def log_in(self, page: Page | None = None) -> None:
        """Log in, in this page or another one of the same browser."""
        page = page or self.page
        page.goto(f"{self.demo.url}/admin/login/")
        page.fill("[name=username]", self.account)
        page.fill("[name=password]", self.demo.passwords[self.account])
        page.press("[name=password]", "Enter")
        expect(page).to_have_url(f"{self.demo.url}/admin/")

    def lose_session(self) -> None:
        """Let the session end, as it does by itself after two weeks."""
        self.context.clear_cookies(name="sessionid")

    def ask(self, address: str) -> Any:
        """Return an answer of the editors' interface."""
        return self.page.request.get(f"{self.demo.url}{address}").json()

    @property
    def new_address(self) -> str:
        """The address of the form of a new article."""
        return f"{self.demo.url}/admin/pages/add/news/articlepage/{self.news}/"

    def new_form(self) -> None:
        """Open the form of a new article."""
        self.open(self.new_address)

    def new_page(self, title: str) -> str:
        """Make a draft of an article through its form, and return its address."""
        self.new_form()
        self.page.fill("[name=title]", title)
        self.page.wait_for_url("**/edit/")
        state(self.page, "saved")
        return self.page.url

    @property
    def news(self) -> int:
        """The id of the Chinese news index."""
        pages = [
            page
            for home in self.ask("/admin/api/main/pages/?child_of=1")["items"]
            for page in self.ask(f"/admin/api/main/pages/?child_of={home['id']}&limit=20")["items"]
        ]
        wanted = {"type": "news.NewsIndexPage", "locale": "zh-hans"}
        return next(page["id"] for page in pages if wanted.items() <= page["meta"].items())

    def open(self, address: str) -> None:
        """Open a form and wait until it watches what is typed."""
        self.page.goto(address)
        state(self.page, "saved")

    def titled(self, title: str) -> list[dict[str, Any]]:
        """Return the pages with this title, drafts too."""
        pages = self.ask(f"/admin/api/main/pages/?child_of={self.news}&limit=20&order=-id")["items"]
        return [page for page in pages if page["admin_display_title"] == title]

    def summary(self, address: str) -> str:
        """Return the summary that a page's form shows."""
        page = self.context.new_page()
        page.goto(address)
        found = page.input_value("[name=summary]")
        page.close()
        return found


def state(page: Page, *states: str) -> None:
    """Wait until the form says that its words are `saved`, or `kept` in the browser."""
    form = page.locator("form[data-edit-form]")
    expect(form).to_have_attribute("data-words", re.compile("|".join(states)), timeout=PATIENCE)


def click(page: Page, action: str) -> None:
    """Press a button of the form's menu: `publish` or `submit`; or `save`."""
    if action == "save":
        page.locator("footer button.action-save").first.click()
        return
    button = page.locator(f"button[name=action-{action}]")
    if not button.is_visible():
        page.click("footer [data-w-dropdown-target=toggle]")
    button.click()


@pytest.fixture
def start(demo: Demo, browser: Browser) -> Iterator[Callable[..., Writer]]:
    """Let accounts begin to work, each in a browser profile of its own."""
    profiles = []

    def begin(account: str = "admin") -> Writer:
        profile = browser.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
        profile.set_default_timeout(PATIENCE)
        profiles.append(profile)
        writer = Writer(demo, profile, profile.new_page(), account)
        writer.log_in()
        return writer

    yield begin
    for profile in profiles:
        profile.close()


# One form, one page


@pytest.mark.parametrize("times", range(5))
def test_typing_and_publishing_at_once_makes_one_page(start: Callable[..., Writer], times: int) -> None:
    writer = start("publisher")
    title = f"一次发布{times}"
    writer.new_form()
    writer.page.click("footer [data-w-dropdown-target=toggle]")
    writer.page.fill("[name=title]", title)
    writer.page.wait_for_timeout(times * 200)  # before, while and after the autosave begins
    writer.page.click("button[name=action-publish]")
    writer.page.wait_for_url(f"**/admin/pages/{writer.news}/**")
    found = writer.titled(title)
    assert [page["meta"]["status"]["live"] for page in found] == [True]


def test_what_is_typed_as_soon_as_the_form_is_there_is_saved(start: Callable[..., Writer]) -> None:
    writer = start()
    writer.page.goto(writer.new_address, wait_until="commit")
    writer.page.fill("[name=title]", "抢先写下")
    writer.page.wait_for_url("**/edit/")
    assert len(writer.titled("抢先写下")) == 1


# Two at once


@pytest.mark.parametrize("action", ["save", "publish"])
def test_who_saves_second_is_asked_and_both_versions_stay(start: Callable[..., Writer], action: str) -> None:
    first, second = start("admin"), start("publisher")
    address = first.new_page(f"两人同写 {action}")
    second.context.route("**/editing-sessions/**", lambda route: route.abort())
    second.open(address)
    first.page.fill("[name=summary]", "甲写的摘要")
    state(first.page, "saved")
    second.page.fill("[name=summary]", "乙写的摘要")
    state(second.page, "kept")
    click(second.page, action)
    second.page.wait_for_url("**/revert/")
    assert second.page.input_value("[name=summary]") == "乙写的摘要"
    assert first.summary(address) == "甲写的摘要"
    expect(second.page.locator(".messages")).to_contain_text("示例管理员")
    second.page.set_viewport_size({"width": 390, "height": 844})
    for way in second.page.locator(".messages a").all():
        way.click(trial=True)  # nothing covers it, on a telephone either
    click(second.page, "publish")
    second.page.wait_for_url(re.compile("/admin/pages/[0-9]+/$"))
    assert first.summary(address) == "乙写的摘要"


def test_an_autosave_that_comes_too_late_is_refused_with_a_name(start: Callable[..., Writer]) -> None:
    first, second = start("admin"), start("publisher")
    address = first.new_page("两人自动保存")
    second.open(address)
    first.page.fill("[name=summary]", "甲先写")
    state(first.page, "saved")
    second.page.fill("[name=summary]", "乙后写")
    expect(second.page.locator(TROUBLE)).to_contain_text("示例管理员")
    state(second.page, "kept")
    assert first.summary(address) == "甲先写"


def test_ones_own_autosaves_ask_nothing(start: Callable[..., Writer]) -> None:
    writer = start("publisher")
    writer.new_page("一个人写")
    for words in ("一", "一二", "一二三"):
        writer.page.fill("[name=summary]", words)
        state(writer.page, "saved")
    writer.page.fill("[name=summary]", "一二三四")
    click(writer.page, "publish")
    writer.page.wait_for_url(re.compile("/admin/pages/[0-9]+/$"))
    assert [page["meta"]["status"]["live"] for page in writer.titled("一个人写")] == [True]


def test_an_autosave_whose_answer_is_late_is_waited_for_and_not_taken_for_somebody_elses(
    start: Callable[..., Writer],
) -> None:
    writer = start("publisher")
    address = writer.new_page("回答来得晚")
    late = []
    writer.page.route(address, lambda route: late.append((route, route.fetch())))
    with writer.page.expect_request(lambda request: request.method == "POST" and request.url == address):
        writer.page.fill("[name=summary]", "自己写的摘要")
    click(writer.page, "publish")
    expect(writer.page.locator(TROUBLE)).to_be_visible()
    assert writer.page.url == address
    (held,) = late
    held[0].fulfill(response=held[1])
    writer.page.unroute(address)
    state(writer.page, "saved")
    click(writer.page, "publish")
    writer.page.wait_for_url(re.compile("/admin/pages/[0-9]+/$"))
    assert [page["meta"]["status"]["live"] for page in writer.titled("回答来得晚")] == [True]


# Comments


def test_a_comment_that_was_typed_and_not_posted_is_offered_to_be_copied(start: Callable[..., Writer]) -> None:
    writer = start("writer")
    address = writer.new_page("评论没发")
    _type_a_comment(writer.page, "这里要核实")
    writer.page.wait_for_timeout(1500)  # it is looked at once a second
    writer.open(address)
    expect(writer.page.locator(OFFER)).to_contain_text(re.compile("评论|comment"))
    writer.page.locator(f"{OFFER} summary").click()
    expect(writer.page.locator(f"{OFFER} dd")).to_have_text("这里要核实")
    writer.page.locator(f"{OFFER} button").last.click()
    expect(writer.page.locator(OFFER)).to_be_empty()
    writer.open(address)
    expect(writer.page.locator(OFFER)).to_be_empty()


def _type_a_comment(page: Page, words: str) -> None:
    page.locator("[data-contentpath=summary] [data-comment-add]").first.click()
    page.locator(".comment__input").last.fill(words)


# The session ends


def test_a_session_that_ended_is_told_and_saving_goes_on_after_logging_in(start: Callable[..., Writer]) -> None:
    writer = start()
    address = writer.new_page("会话过期")
    writer.lose_session()
    writer.page.fill("[name=summary]", "过期后写的")
    expect(writer.page.locator(TROUBLE)).to_contain_text(LOGGED_OUT)
    click(writer.page, "publish")
    expect(writer.page.locator("[name=summary]")).to_have_value("过期后写的")
    with writer.context.expect_page() as opened:
        writer.page.locator(f"{TROUBLE} a").click()
    writer.log_in(opened.value)
    state(writer.page, "saved")
    expect(writer.page.locator(TROUBLE)).to_be_empty()
    assert writer.summary(address) == "过期后写的"


def test_logging_in_again_elsewhere_does_not_refuse_the_form(start: Callable[..., Writer]) -> None:
    writer = start("publisher")
    writer.new_page("换了令牌")
    writer.lose_session()
    writer.log_in(writer.context.new_page())
    writer.page.fill("[name=summary]", "新令牌")
    click(writer.page, "publish")
    writer.page.wait_for_url(re.compile("/admin/pages/[0-9]+/$"))
    assert [page["meta"]["status"]["live"] for page in writer.titled("换了令牌")] == [True]


def test_another_account_in_the_same_browser_never_sees_the_words(start: Callable[..., Writer]) -> None:
    writer = start("publisher")
    address = writer.new_page("别人看不到")
    writer.context.set_offline(True)
    writer.page.fill("[name=summary]", "只有我看得到")
    state(writer.page, "kept")
    writer.page.close()
    writer.context.set_offline(False)
    writer.lose_session()
    writer.page = writer.context.new_page()
    other = Writer(writer.demo, writer.context, writer.page, "admin")
    other.log_in()
    other.open(address)
    expect(other.page.locator(OFFER)).to_be_empty()
    other.lose_session()
    writer.log_in()
    writer.open(address)
    expect(writer.page.locator(OFFER)).to_contain_text(UNSAVED)


# The connection is lost


def test_a_lost_connection_is_told_and_saving_goes_on_when_it_is_back(start: Callable[..., Writer]) -> None:
    writer = start()
    address = writer.new_page("断线")
    writer.context.set_offline(True)
    writer.page.fill("[name=summary]", "断线时写的")
    expect(writer.page.locator(TROUBLE)).to_contain_text(KEPT)
    click(writer.page, "publish")
    expect(writer.page.locator("[name=summary]")).to_have_value("断线时写的")
    writer.context.set_offline(False)
    state(writer.page, "saved")
    expect(writer.page.locator("[data-keeping] [data-region=said]")).to_contain_text(SAVED)
    assert writer.summary(address) == "断线时写的"


def test_a_server_that_is_down_keeps_the_form_open(start: Callable[..., Writer]) -> None:
    writer = start("publisher")
    writer.new_page("服务器停机")
    writer.context.route("**/admin/**", lambda route: route.abort("connectionrefused"))
    writer.page.fill("[name=summary]", "停机时写的")
    click(writer.page, "publish")
    expect(writer.page.locator(TROUBLE)).to_contain_text(KEPT)
    writer.context.unroute_all()
    click(writer.page, "publish")
    writer.page.wait_for_url(re.compile("/admin/pages/[0-9]+/$"))
    assert [page["meta"]["status"]["live"] for page in writer.titled("服务器停机")] == [True]


# The tab is closed, the browser dies


def test_words_of_a_closed_tab_are_offered_and_brought_back_as_a_draft(start: Callable[..., Writer]) -> None:
    writer = start()
    address = writer.new_page("关掉标签页")
    left_unsaved(writer, "没保存的话")
    writer.open(address)
    expect(writer.page.locator(OFFER)).to_contain_text(UNSAVED)
    writer.page.locator(f"{OFFER} summary").click()
    expect(writer.page.locator(f"{OFFER} dd")).to_have_text("没保存的话")
    writer.page.locator(f"{OFFER} button").first.click()
    expect(writer.page.locator("#id_summary")).to_have_value("没保存的话")
    state(writer.page, "saved")
    expect(writer.page.locator(OFFER)).to_be_empty()


def test_words_of_a_new_pages_form_are_brought_back_as_one_draft(start: Callable[..., Writer]) -> None:
    writer = start()
    writer.new_form()
    writer.context.set_offline(True)
    writer.page.fill("[name=title]", "新页面没保存")
    state(writer.page, "kept")
    writer.page.close()
    writer.context.set_offline(False)
    writer.page = writer.context.new_page()
    writer.new_form()
    writer.page.locator(f"{OFFER} button").first.click()
    writer.page.wait_for_url("**/edit/")
    assert len(writer.titled("新页面没保存")) == 1


def test_words_brought_back_stand_beside_what_somebody_saved_since(start: Callable[..., Writer]) -> None:
    writer, other = start(), start("publisher")
    address = writer.new_page("后来有人改过")
    left_unsaved(writer, "我没保存的话")
    other.open(address)
    other.page.fill("[name=summary]", "后来的话")
    state(other.page, "saved")
    writer.open(address)
    writer.page.locator(f"{OFFER} button").first.click()
    writer.page.wait_for_url("**/revert/")
    assert writer.page.input_value("[name=summary]") == "我没保存的话"
    assert other.summary(address) == "后来的话"
    compare = writer.page.locator(".messages a[href*=compare]").get_attribute("href")
    writer.page.goto(f"{writer.demo.url}{compare}")
    expect(writer.page.locator("body")).to_contain_text("我没保存的话")


def test_discarded_words_are_not_offered_again(start: Callable[..., Writer]) -> None:
    writer = start()
    address = writer.new_page("不要了")
    left_unsaved(writer, "不要的话")
    writer.open(address)
    writer.page.locator(f"{OFFER} button").last.click()
    writer.page.locator(f"{OFFER} button").last.click()
    expect(writer.page.locator(OFFER)).to_be_empty()
    writer.open(address)
    expect(writer.page.locator(OFFER)).to_be_empty()


@pytest.mark.parametrize("action", ["save", "publish"])
def test_saved_words_are_never_offered(start: Callable[..., Writer], action: str) -> None:
    writer = start("publisher")
    address = writer.new_page(f"已保存 {action}")
    writer.page.fill("[name=summary]", "保存了的话")
    click(writer.page, action)
    expect(writer.page.locator(".messages .success")).to_be_visible()
    writer.open(address)
    expect(writer.page.locator(OFFER)).to_be_empty()
    assert writer.page.input_value("[name=summary]") == "保存了的话"


def left_unsaved(writer: Writer, summary: str) -> None:
    """Type while the connection is cut, and close the tab."""
    writer.context.set_offline(True)
    writer.page.fill("[name=summary]", summary)
    state(writer.page, "kept")
    writer.page.close()
    writer.context.set_offline(False)
    writer.page = writer.context.new_page()


# The server refuses


def test_a_form_that_was_refused_is_autosaved_again(start: Callable[..., Writer]) -> None:
    writer = start("publisher")
    address = writer.new_page("缺标题")
    writer.page.fill("[name=title]", "")
    click(writer.page, "publish")
    expect(writer.page.locator(".messages .error, .messages .critical")).to_be_visible()
    writer.page.fill("[name=title]", "补上标题")
    writer.page.fill("[name=summary]", "后来的话")
    state(writer.page, "saved")
    assert writer.summary(address) == "后来的话"


# Where nothing saves by itself: terms, pictures, and the translation editor


@pytest.mark.parametrize("field", ["name", "credit"])
def test_a_term_and_a_picture_are_kept_offered_and_saved(start: Callable[..., Writer], field: str) -> None:
    writer = start()
    address = first_category(writer) if field == "name" else first_picture(writer)
    writer.open(address)
    writer.context.set_offline(True)
    writer.page.fill(f"[name={field}]", "断线时改的名称")
    state(writer.page, "kept")
    writer.page.locator("form[data-edit-form] button[type=submit]:visible").last.click()
    expect(writer.page.locator(TROUBLE)).to_contain_text(KEPT)
    writer.page.close()
    writer.context.set_offline(False)
    writer.page = writer.context.new_page()
    writer.open(address)
    writer.page.locator(f"{OFFER} button").first.click()
    expect(writer.page.locator(".messages .success")).to_be_visible()
    writer.open(address)
    expect(writer.page.locator(f"[name={field}]")).to_have_value("断线时改的名称")
    expect(writer.page.locator(OFFER)).to_be_empty()


def test_who_saves_a_term_second_is_asked(start: Callable[..., Writer]) -> None:
    first, second = start("admin"), start("publisher")
    address = first_category(first)
    for writer in (first, second):
        writer.open(address)
    first.page.fill("[name=name]", "甲改的名称")
    click(first.page, "save")
    expect(first.page.locator(".messages .success")).to_be_visible()
    second.page.fill("[name=name]", "乙改的名称")
    click(second.page, "save")
    expect(second.page.locator("main")).to_contain_text("示例管理员")
    second.page.locator("main button[type=submit]").click()
    expect(second.page.locator(".messages .success")).to_be_visible()
    second.open(address)
    expect(second.page.locator("[name=name]")).to_have_value("乙改的名称")


def test_a_translation_is_kept_offered_and_saved(start: Callable[..., Writer]) -> None:
    writer = start()
    address = first_translation(writer)
    writer.page.goto(address)
    words = "Typed while the line was cut"
    translate(writer.page, words, saves=False)
    writer.context.set_offline(True)
    save_segment(writer.page)
    expect(writer.page.locator(TROUBLE)).to_contain_text(KEPT)
    writer.context.set_offline(False)
    expect(writer.page.locator("[data-keeping] [data-region=said]")).to_contain_text(SAVED)
    writer.page.goto(address)
    expect(writer.page.locator(".js-translation-editor")).to_contain_text(words)


def test_a_translation_in_a_closed_tab_is_offered(start: Callable[..., Writer]) -> None:
    writer = start()
    address = first_translation(writer)
    writer.page.goto(address)
    translate(writer.page, "Typed in a tab that was closed", saves=False)
    expect(writer.page.locator(".js-translation-editor")).to_have_attribute("data-words", "kept")
    writer.page.close()
    writer.page = writer.context.new_page()
    writer.page.goto(address)
    expect(writer.page.locator(OFFER)).to_contain_text(UNSAVED)
    writer.page.locator(f"{OFFER} button").first.click()
    expect(writer.page.locator(OFFER)).to_be_empty()
    expect(writer.page.locator(".js-translation-editor")).to_contain_text("Typed in a tab that was closed")


def test_a_translation_is_saved_after_logging_in_again(start: Callable[..., Writer]) -> None:
    writer = start()
    address = first_translation(writer)
    writer.page.goto(address)
    writer.lose_session()
    translate(writer.page, "Typed after the session ended", saves=True)
    expect(writer.page.locator(TROUBLE)).to_contain_text(LOGGED_OUT)
    writer.log_in(writer.context.new_page())
    expect(writer.page.locator("[data-keeping] [data-region=said]")).to_contain_text(SAVED)
    writer.page.goto(address)
    expect(writer.page.locator(".js-translation-editor")).to_contain_text("Typed after the session ended")


def test_two_who_translate_one_sentence_are_asked_which_one_stays(start: Callable[..., Writer]) -> None:
    first, second = start("admin"), start("publisher")
    address = first_translation(first)
    for writer in (first, second):
        writer.page.goto(address)
    translate(first.page, "Theirs", saves=True)
    expect(first.page.locator(".js-translation-editor")).to_have_attribute("data-words", "saved")
    translate(second.page, "Mine", saves=True)
    expect(second.page.locator(TROUBLE)).to_contain_text("Theirs")
    second.page.locator(f"{TROUBLE} button").last.click()
    expect(second.page.locator(TROUBLE)).to_be_empty()
    expect(second.page.locator(".js-translation-editor li.complete").first).to_contain_text("Mine")
    first.page.goto(address)
    expect(first.page.locator(".js-translation-editor li.complete").first).to_contain_text("Mine")


def first_category(writer: Writer) -> str:
    """Return the address of the form of a category in the source language; others open as translations."""
    writer.page.goto(f"{writer.demo.url}/admin/snippets/news/category/")
    links = writer.page.locator("main table a[href*='/category/edit/']").all()
    addresses = [f"{writer.demo.url}{link.get_attribute('href')}" for link in links]
    return next(one for one in addresses if "data-edit-form" in writer.page.request.get(one).text())


def first_picture(writer: Writer) -> str:
    """Return the address of the form of a picture."""
    writer.page.goto(f"{writer.demo.url}/admin/images/")
    links = writer.page.locator("main a[href*='/admin/images/']").all()
    found = (str(link.get_attribute("href")) for link in links)
    address = next(one for one in found if re.search(r"/images/[0-9]+/", one))
    return f"{writer.demo.url}{address.partition('?')[0]}"


def first_translation(writer: Writer) -> str:
    """Return the address of the English translation of an article."""
    homes = writer.ask("/admin/api/main/pages/?child_of=1")["items"]
    home = next(home["id"] for home in homes if home["meta"]["locale"] == "en")
    pages = writer.ask(f"/admin/api/main/pages/?child_of={home}&limit=20")["items"]
    news = next(page["id"] for page in pages if page["meta"]["type"] == "news.NewsIndexPage")
    article = writer.ask(f"/admin/api/main/pages/?child_of={news}&limit=1")["items"][0]
    return f"{writer.demo.url}/admin/pages/{article['id']}/edit/"


def translate(page: Page, words: str, saves: bool) -> None:
    """Type the translation of a segment."""
    segment = page.locator(".js-translation-editor li.complete").first
    segment.locator(":scope > ul button").last.click()
    segment.locator("textarea").fill(words)
    if saves:
        save_segment(page)


def save_segment(page: Page) -> None:
    """Save the segment that is being typed into."""
    page.locator("li:has(> div > textarea) > ul button").last.click()


# The browser dies


def test_words_survive_a_browser_that_is_killed(demo: Demo, browser: Browser, tmp_path: Path) -> None:
    writer = own_browser(demo, browser, tmp_path)
    writer.log_in()
    address = writer.new_page("浏览器崩溃")
    writer.context.set_offline(True)
    writer.page.fill("[name=summary]", "崩溃前写的")
    state(writer.page, "kept")
    kill(tmp_path)
    writer = own_browser(demo, browser, tmp_path)
    writer.log_in()
    writer.open(address)
    expect(writer.page.locator(OFFER)).to_contain_text(UNSAVED)
    writer.context.close()


def own_browser(demo: Demo, browser: Browser, directory: Path) -> Writer:
    """Start a browser with its profile in `directory`."""
    context = browser.browser_type.launch_persistent_context(
        directory, executable_path=shutil.which("chromium"), args=FLAGS
    )
    context.set_default_timeout(PATIENCE)
    return Writer(demo, context, context.new_page(), "admin")


def kill(directory: Path) -> None:
    """End the browser of this profile without giving it any time."""
    for process in psutil.process_iter(["cmdline"]):
        if f"--user-data-dir={directory}" in (process.info["cmdline"] or []):
            process.kill()
            process.wait()
