"""What is fetched is bounded in size, time, kind and steps."""

import time

import pytest

from exchange.refusals import Refused
from exchange.web.fetching import PAGES, PICTURES, fetch
from tests.exchange.web.site import ARTICLE, Server


def test_a_page_is_fetched_also_where_it_leads_on(site: Server) -> None:
    found = fetch(f"{site.address}/to/{site.address}/article#part", PAGES, site.guard())
    assert (found.content.decode(), found.charset) == (ARTICLE, "utf-8")
    assert found.address == f"{site.address}/article"


def test_a_page_that_comes_packed_is_unpacked(site: Server) -> None:
    assert fetch(f"{site.address}/gzip", PAGES, site.guard()).content.decode() == ARTICLE


@pytest.mark.parametrize("path", ["large", "bomb", "endless", "pdf", "nothing", "gone", "round/", "a.png"])
def test_what_is_too_much_or_no_page_is_refused(site: Server, path: str) -> None:
    began = time.monotonic()
    with pytest.raises(Refused):
        fetch(f"{site.address}/{path}", PAGES, site.guard())
    assert time.monotonic() - began < 5


def test_a_page_is_no_picture(site: Server) -> None:
    with pytest.raises(Refused):
        fetch(f"{site.address}/article", PICTURES, site.guard())


def test_an_answer_that_drips_ends_with_the_time(site: Server) -> None:
    began = time.monotonic()
    with pytest.raises(Refused, match="too long"):
        fetch(f"{site.address}/slow", PAGES, site.guard(), seconds=0.5)
    assert time.monotonic() - began < 2


def test_a_site_that_is_not_there_is_said(site: Server) -> None:
    guard = site.guard()
    site.server_close()
    with pytest.raises(Refused, match=r"news\.example"):
        fetch(f"{site.address}/article", PAGES, guard)
