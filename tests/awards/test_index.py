"""Awards are listed by year, newest first, whatever is typed into the address."""

import datetime
from typing import Any

import pytest
from defusedxml.ElementTree import fromstring
from django.test import Client
from django.utils import translation

from awards.models import AwardIndexPage
from tests import reading
from tests.conftest import Tree
from tests.factories import award, image, index_of

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def index(zh: Tree) -> AwardIndexPage:
    """The index of awards in Chinese."""
    found: AwardIndexPage = index_of(AwardIndexPage, zh.home, "奖项", slug="awards")
    return found


def _some(index: AwardIndexPage) -> None:
    for title, year in (("甲", 2024), ("乙", 2025), ("丙", 2026)):
        award(index, title, awarded_on=datetime.date(year, 1, 1), precision="year", awarded_by="示例协会")


@pytest.mark.parametrize(
    ("params", "found"),
    [
        ({}, ["丙", "乙", "甲"]),
        ({"year": "2025"}, ["乙"]),
        ({"year": "1999"}, []),
        ({"year": "0000"}, ["丙", "乙", "甲"]),
        ({"year": "二〇二五"}, ["丙", "乙", "甲"]),
        ({"year": "2025", "page": "x"}, ["乙"]),
    ],
)
def test_the_year_lets_through(
    index: AwardIndexPage, client: Client, params: dict[str, Any], found: list[str]
) -> None:
    _some(index)
    assert reading.titles(client, index.url, **params) == found


def test_a_date_of_which_only_the_year_is_known_claims_no_more(index: AwardIndexPage) -> None:
    page = award(index, awarded_on=datetime.date(2025, 1, 1), precision="year")
    assert page.date_for_machines == "2025"
    with translation.override("en"):
        assert page.date_in_words == "2025"
        page.precision = "month"
        assert page.date_in_words == "January 2025"


def test_an_empty_list_says_so(zh: Tree, en: Tree, client: Client) -> None:
    index = index_of(AwardIndexPage, zh.home, "奖项").get_translation(en.locale)
    assert "There is no award yet." in reading.main(client, index.url)
    assert "There is no award of this year." in reading.main(client, index.url, year=1999)


def test_a_longer_list_costs_no_more_queries(index: AwardIndexPage, client: Client) -> None:
    picture = image()
    fields: dict[str, Any] = {"lead_image": picture, "lead_image_alt": "奖章"}
    award(index, "甲", **fields)
    few = reading.queries(client, index.url)
    for number in range(6):
        award(index, f"第{number}届", awarded_on=datetime.date(2019 + number, 1, 1), **fields)
    many = reading.queries(client, index.url)
    assert len(few) == len(many), set(many) - set(few)
    assert len(few) < 30


def test_the_feed_has_the_newest_first_and_says_who_gave_it(index: AwardIndexPage, client: Client) -> None:
    _some(index)
    response = client.get(f"{index.url}feed/")
    entries = fromstring(response.content).findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == ["丙", "乙", "甲"]
    assert {entry.findtext(f"{ATOM}author/{ATOM}name") for entry in entries} == {"示例协会"}


def test_each_language_has_its_own_feed(zh: Tree, en: Tree, client: Client) -> None:
    index = index_of(AwardIndexPage, zh.home, "奖项", slug="awards")
    award(index, "甲")
    english = index.get_translation(en.locale)
    assert "甲" in client.get(f"{index.url}feed/").content.decode()
    assert "甲" not in client.get(f"{english.url}feed/").content.decode()
