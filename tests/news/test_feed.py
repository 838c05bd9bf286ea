"""The feed is valid Atom, in one language, with addresses that lead somewhere from anywhere."""

import datetime
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring
from django.test import Client

from news.feeds import ArticleFeed
from tests.conftest import Tree
from tests.factories import article, source

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"


def _feed(client: Client, address: str) -> Element:
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/atom+xml")
    root: Element = fromstring(response.content)
    assert root.tag == f"{ATOM}feed"
    return root


def _texts(entries: list[Element], name: str) -> list[str | None]:
    return [entry.findtext(f"{ATOM}{name}") for entry in entries]


def test_each_language_has_its_own_feed(zh: Tree, en: Tree, client: Client) -> None:
    article(zh.news, "座谈会召开")
    article(en.news, "Symposium held")
    assert _texts(_feed(client, "/zh-hans/news/feed/").findall(f"{ATOM}entry"), "title") == ["座谈会召开"]
    assert _texts(_feed(client, "/en/news/feed/").findall(f"{ATOM}entry"), "title") == ["Symposium held"]


def test_every_entry_has_what_atom_requires(zh: Tree, client: Client) -> None:
    article(zh.news, "设计 <周> & 展", summary="一句话。", source=source("设计日报"))
    feed = _feed(client, "/zh-hans/news/feed/")
    [entry] = feed.findall(f"{ATOM}entry")
    for required in ("id", "title", "updated"):
        assert feed.findtext(f"{ATOM}{required}")
        assert entry.findtext(f"{ATOM}{required}")
    assert entry.findtext(f"{ATOM}title") == "设计 <周> & 展"
    assert entry.findtext(f"{ATOM}summary") == "一句话。"
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "设计日报"


def test_every_address_in_the_feed_is_absolute(zh: Tree, client: Client) -> None:
    page = article(zh.news)
    feed = _feed(client, "/zh-hans/news/feed/")
    addresses = [link.attrib["href"] for link in feed.iter(f"{ATOM}link")]
    assert addresses
    assert page.full_url in addresses
    assert all(address.startswith("http://testserver/zh-hans/news/") for address in addresses)


def test_the_feed_says_its_language(zh: Tree, en: Tree, client: Client) -> None:
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    assert _feed(client, "/zh-hans/news/feed/").attrib[lang] == "zh-hans"
    assert _feed(client, "/en/news/feed/").attrib[lang] == "en"


def test_the_feed_ends_after_the_newest_ones(zh: Tree, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ArticleFeed, "SIZE", 2)
    for day in (1, 2, 3):
        article(zh.news, f"第{day}条", display_date=datetime.date(2026, 1, day))
    assert _texts(_feed(client, "/zh-hans/news/feed/").findall(f"{ATOM}entry"), "title") == ["第3条", "第2条"]


def test_an_empty_feed_is_a_feed(zh: Tree, client: Client) -> None:
    assert _feed(client, "/zh-hans/news/feed/").findall(f"{ATOM}entry") == []


def test_the_index_points_readers_to_the_feed(zh: Tree, client: Client) -> None:
    html = client.get(zh.news.url).content.decode()
    assert 'type="application/atom+xml"' in html
    assert 'href="/zh-hans/news/feed/"' in html
