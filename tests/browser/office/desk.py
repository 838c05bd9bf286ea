"""Somebody at work in the editors' interface; a camera may look on."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count

from playwright.sync_api import Page, expect

from tests.browser.conftest import PATIENCE, Demo

AT_ONCE = 20
"""As many pages the editors' API gives in one answer."""
Camera = Callable[[Page, str], None]


def no_camera(page: Page, name: str) -> None:
    """Take no picture."""


@dataclass
class Desk:
    """One browser, in which one account after the other may work; `look` takes a picture of a step."""

    page: Page
    demo: Demo
    look: Camera = no_camera

    def log_in(self, account: str) -> None:
        """Log in as one of the demo's accounts, whoever was logged in before."""
        self.page.context.clear_cookies()
        self.page.goto(f"{self.demo.url}/admin/login/")
        self.page.fill("[name=username]", account)
        self.page.fill("[name=password]", self.demo.passwords[account])
        self.page.press("[name=password]", "Enter")
        self.page.wait_for_url(f"{self.demo.url}/admin/")

    def open(self, address: str) -> None:
        """Open an address of the editors' interface, such as `pages/3/edit/`."""
        self.page.goto(f"{self.demo.url}/admin/{address}")

    def pages(self, **query: str) -> list[dict]:
        """Return pages as the editors' interface knows them."""
        answer = self.page.request.get(f"{self.demo.url}/admin/api/main/pages/", params=dict(query))
        return list(answer.json()["items"])

    def home(self) -> int:
        """Return the id of the Chinese home page."""
        found = self.pages(child_of="1")
        return next(int(page["id"]) for page in found if page["meta"]["locale"] == "zh-hans")

    def only(self, kind: str, title: str = "") -> int:
        """Return the id of the first Chinese page of a type (`news.NewsIndexPage`), with a title if given."""
        wanted = {"locale": "zh-hans", "order": "id"} | ({"title": title} if title else {})
        # The editors' API does not ask for types.
        found = (int(page["id"]) for page in self._every(**wanted) if page["meta"]["type"] == kind)
        return next(found)

    def _every(self, **query: str) -> Iterator[dict]:
        for offset in count(step=AT_ONCE):
            found = self.pages(**query, limit=str(AT_ONCE), offset=str(offset))
            yield from found
            if len(found) < AT_ONCE:
                return

    def address_of(self, page_id: int) -> str:
        """Return the public address of a page."""
        answer = self.page.request.get(f"{self.demo.url}/admin/api/main/pages/{page_id}/")
        return str(answer.json()["meta"]["html_url"])

    def edit(self, page_id: int) -> None:
        """Open the form of a page."""
        self.open(f"pages/{page_id}/edit/")

    def act(self, action: str) -> None:
        """Choose what is to happen with the page from the menu beside “Save draft”."""
        self.page.click("footer [data-w-dropdown-target=toggle]")
        self.page.click(f"footer button[name=action-{action}]")

    def wait_until_saved(self) -> None:
        """Wait until the form says that all its words are saved."""
        form = self.page.locator("form[data-edit-form]")
        expect(form).to_have_attribute("data-words", "saved", timeout=PATIENCE)

    def panel(self, name: str) -> None:
        """Open a side panel, such as `preview` or `checks`, unless it is open."""
        toggle = self.page.locator(f"[data-side-panel-toggle={name}]")
        if toggle.get_attribute("aria-expanded") != "true":
            toggle.click()
        expect(self.page.locator(f"[data-side-panel={name}]")).to_be_visible()

    def edited(self) -> int:
        """Return the id of the page whose form is open."""
        found = re.search(r"/pages/(\d+)/edit/", self.page.url)
        assert found is not None
        return int(found[1])

    def as_reader(self, address: str) -> int:
        """Open an address of the public site without an account, and return the status of the answer."""
        self.page.context.clear_cookies()
        answer = self.page.goto(f"{self.demo.url}{address}" if address.startswith("/") else address)
        return answer.status if answer else 0
