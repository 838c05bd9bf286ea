"""What is asked once for each page is asked anew for the next one."""

from typing import Any

import pytest
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from designcity.asked_once import AskedOnceMiddleware, once
from designcity.pages import current_locale, live_and_public
from tests.conftest import Tree
from tests.factories import article


class Asked:
    """Counts how often it is asked."""

    times = 0

    def __call__(self) -> int:
        self.times += 1
        return self.times


def answers(method: str) -> list[int]:
    """Return what is answered three times while one page is made."""
    found: list[int] = []
    asked = Asked()

    def page(request: HttpRequest) -> HttpResponse:
        found.extend(once("question", asked) for _ in range(3))
        return HttpResponse()

    AskedOnceMiddleware(page)(RequestFactory().generic(method, "/"))
    return found


@pytest.mark.parametrize(("method", "found"), [("GET", [1, 1, 1]), ("HEAD", [1, 1, 1]), ("POST", [1, 2, 3])])
def test_what_only_reads_is_answered_once(method: str, found: list[int]) -> None:
    assert answers(method) == found
    assert answers(method) == found, "the next page asks anew"


def test_without_a_request_everything_is_asked() -> None:
    asked = Asked()
    assert [once("question", asked), once("question", asked)] == [1, 2]


def test_what_becomes_private_is_hidden_on_the_next_page(zh: Tree, client: Client) -> None:
    hidden = article(zh.news, "即将不公开的文章")
    assert hidden.title in client.get(zh.news.url).content.decode()
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    assert hidden.title not in client.get(zh.news.url).content.decode()
    assert not live_and_public().filter(pk=hidden.pk).exists()


def test_page_asks_once_which_sections_are_private(zh: Tree, client: Client) -> None:
    article(zh.news, "一篇文章")
    blocks: Any = [("latest_news", {"count": 6}), ("upcoming", {"count": 3}), ("latest_news", {"count": 3})]
    zh.home.sections = blocks
    zh.home.save()
    client.get(zh.home.url)
    with CaptureQueriesContext(connection) as captured:
        client.get(zh.home.url)
    asked = [one["sql"] for one in captured]
    restrictions = [sql for sql in asked if 'FROM "wagtailcore_pageviewrestriction"' in sql]
    assert len(restrictions) == 2, "Wagtail asks for the page itself, we for all lists"
    assert len([sql for sql in asked if 'FROM "wagtailcore_locale"' in sql]) <= 3


def test_locale_is_that_of_the_active_language(zh: Tree) -> None:
    assert current_locale() == zh.locale
