"""Publications are listed by year, newest first, whatever is typed into the address."""

import datetime
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring
from django.test import Client

from publications.models import PublicationIndexPage, PublicationPage
from tests import reading
from tests.conftest import Tree
from tests.factories import image, index_of, publication

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def index(zh: Tree) -> PublicationIndexPage:
    """The index of publications in Chinese."""
    found: PublicationIndexPage = index_of(PublicationIndexPage, zh.home, "出版物", slug="publications")
    return found


def _some(index: PublicationIndexPage) -> None:
    for title, year, day in (("甲", 2024, 1), ("乙", 2025, 1), ("丙", 2025, 2)):
        publication(index, title, published_on=datetime.date(year, 1, day))


@pytest.mark.parametrize(
    ("params", "found"),
    [
        ({}, ["丙", "乙", "甲"]),
        ({"year": "2025"}, ["丙", "乙"]),
        ({"year": "1999"}, []),
        ({"year": "0000"}, ["丙", "乙", "甲"]),
        ({"year": "9999"}, []),
        ({"year": "２０２５"}, ["丙", "乙", "甲"]),
        ({"year": "-2025"}, ["丙", "乙", "甲"]),
        ({"year": "9" * 5000}, ["丙", "乙", "甲"]),
        ({"year": "' OR 1=1 --"}, ["丙", "乙", "甲"]),
        ({"year": ["2024", "2025"]}, ["丙", "乙"]),
        ({"page": "99999999999"}, ["丙", "乙", "甲"]),
        ({"page": "-1", "year": "2024"}, ["甲"]),
    ],
)
def test_the_year_lets_through(
    index: PublicationIndexPage, client: Client, params: dict[str, Any], found: list[str]
) -> None:
    _some(index)
    assert reading.titles(client, index.url, **params) == found


def test_each_year_stands_above_its_publications(index: PublicationIndexPage, client: Client) -> None:
    _some(index)
    years = [year.get_text() for year in reading.page(client, index.url).select("main h2")]
    assert years == ["2025", "2024"]
    assert reading.links(client, index.url)["2024"] == "?year=2024"


def test_an_empty_list_says_so(index: PublicationIndexPage, client: Client) -> None:
    assert "There is no publication yet." in _english_words(client, index)


def test_a_year_without_publications_leads_back_to_all(index: PublicationIndexPage, client: Client) -> None:
    _some(index)
    links = reading.page(client, index.url, year=1999).select("main .yearly-empty a")
    assert [link["href"] for link in links] == ["?"]


def _english_words(client: Client, index: PublicationIndexPage) -> str:
    """Return the words of an English index, whose interface stands in no catalogue."""
    english, _ = type(index.locale).objects.get_or_create(language_code="en")
    home = index.get_parent().specific.copy_for_translation(english)
    home.save_revision().publish()
    translation = index.copy_for_translation(english)
    translation.save_revision().publish()
    return reading.main(client, translation.url)


def test_only_readable_publications_are_listed(zh: Tree, en: Tree, client: Client) -> None:
    index = index_of(PublicationIndexPage, zh.home, "出版物")
    publication(index, "可读").copy_for_translation(en.locale, alias=True)
    publication(index, "撤下").unpublish()
    assert reading.titles(client, index.url) == ["可读"]
    assert reading.titles(client, index.get_translation(en.locale).url) == []


def test_long_lists_have_numbered_pages(
    index: PublicationIndexPage, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PublicationIndexPage, "PER_PAGE", 2)
    _some(index)
    soup = reading.page(client, index.url, page=1)
    assert reading.one(soup, "a[rel=next]")["href"] == "?page=2"
    assert reading.titles(client, index.url, page=2) == ["甲"]


def test_a_longer_list_costs_no_more_queries(index: PublicationIndexPage, client: Client) -> None:
    cover = image()
    publication(index, "甲", cover=cover)
    few = reading.queries(client, index.url)
    for number in range(6):
        publication(index, f"第{number}本", cover=cover, published_on=datetime.date(2020 + number, 1, 1))
    many = reading.queries(client, index.url)
    assert len(few) == len(many), set(many) - set(few)
    assert len(few) < 30


def _feed(client: Client, address: str) -> Element:
    response = client.get(address)
    assert response["Content-Type"].startswith("application/atom+xml")
    root: Element = fromstring(response.content)
    return root


def test_the_feed_has_the_newest_first(index: PublicationIndexPage, client: Client) -> None:
    _some(index)
    publication(index, "丁", published_on=datetime.date(2026, 1, 1), publisher="示例图书馆", summary="一句。")
    entries = _feed(client, f"{index.url}feed/").findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == ["丁", "丙", "乙", "甲"]
    assert entries[0].findtext(f"{ATOM}author/{ATOM}name") == "示例图书馆"
    assert entries[0].findtext(f"{ATOM}summary") == "一句。"
    link = entries[0].find(f"{ATOM}link")
    assert link is not None
    assert link.attrib["href"] == PublicationPage.objects.get(title="丁").full_url


def test_an_empty_feed_is_a_feed(index: PublicationIndexPage, client: Client) -> None:
    assert _feed(client, f"{index.url}feed/").findall(f"{ATOM}entry") == []


def test_the_index_points_readers_to_the_feed(index: PublicationIndexPage, client: Client) -> None:
    link = reading.one(reading.page(client, index.url), 'head link[type="application/atom+xml"]')
    assert link["href"] == f"{index.url}feed/"
