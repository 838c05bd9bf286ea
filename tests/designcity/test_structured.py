"""Each page tells machines of its subject, after schema.org, in words that no browser runs."""

import datetime
import json
from typing import Any

import pytest
from django.test import Client

from awards.models import AwardIndexPage, AwardPage
from events.models import CallPage, EventPage
from publications.models import PublicationIndexPage
from tests import reading
from tests.conftest import Tree
from tests.everything import page_of
from tests.factories import (
    article,
    award,
    call,
    call_index,
    campaign,
    event,
    event_index,
    index_of,
    institution,
    on_site,
    publication,
    source,
    standard_page,
)

pytestmark = pytest.mark.django_db
SELECTOR = 'script[type="application/ld+json"]'


def _said(client: Client, page: Any) -> dict[str, Any]:
    """Return what a page tells machines."""
    script = reading.one(reading.page(client, page.url), SELECTOR)
    said: dict[str, Any] = json.loads(script.string or "")
    return said


def _holds(said: dict[str, Any], **facts: Any) -> None:
    assert {name: said.get(name) for name in facts} == facts


def test_an_event_says_when_and_where_by_the_sites_clock(zh: Tree, client: Client) -> None:
    page = page_of(EventPage, zh)
    said = _said(client, page)
    _holds(
        said,
        **{"@context": "https://schema.org", "@type": "Event"},
        name=page.title,
        url=page.full_url,
        inLanguage="zh-Hans",
        startDate="2099-05-20T09:30+08:00",
        endDate="2099-05-21T17:00+08:00",
        eventAttendanceMode="https://schema.org/MixedEventAttendanceMode",
        potentialAction={"@type": "RegisterAction", "target": "https://register.example/"},
    )
    assert said["location"] == [
        {"@type": "Place", "name": "示例图书馆", "address": "书架路一号, 南区"},
        {"@type": "VirtualLocation", "url": "https://live.example/"},
    ]
    [organiser] = said["organizer"]
    assert (organiser["@type"], organiser["name"]) == ("Organization", "主办机构")


def test_an_event_of_whole_days_says_no_hours_and_one_that_is_over_takes_no_registration(
    zh: Tree, client: Client
) -> None:
    page = event(
        event_index(zh.home),
        starts_at=on_site(2020, 5, 20, 9),
        is_all_day=True,
        registration_url="https://register.example/",
    )
    said = _said(client, page)
    _holds(said, startDate="2020-05-20", endDate=None, location=None, potentialAction=None)


def test_a_call_says_until_when_it_runs_and_how_to_enter(zh: Tree, client: Client) -> None:
    said = _said(client, page_of(CallPage, zh))
    _holds(said, **{"@type": "CreativeWork"}, expires="2099-05-20T18:00+08:00")
    assert said["potentialAction"]["target"].endswith("/enter/")
    assert said["sourceOrganization"][0]["name"] == "征集机构"
    closed = call(call_index(zh.home), opens_at=on_site(2020, 1, 1), closes_at=on_site(2020, 2, 1))
    assert "potentialAction" not in _said(client, closed)


@pytest.mark.parametrize(
    ("number", "kind", "said"),
    [
        ("978-7-0000-0000-0", "Book", {"isbn": "9787000000000"}),
        ("第三期", "Report", {"reportNumber": "第三期"}),
        ("", "Report", {"isbn": None, "reportNumber": None}),
    ],
)
def test_a_publication_is_a_book_by_its_number_and_else_a_report(
    zh: Tree, client: Client, settings: Any, number: str, kind: str, said: dict[str, Any]
) -> None:
    index = index_of(PublicationIndexPage, zh.home)
    page = publication(index, number=number, publisher="示例图书馆", published_on=datetime.date(2026, 1, 2))
    found = _said(client, page)
    _holds(found, **{"@type": kind}, datePublished="2026-01-02", **said)
    assert found["publisher"] == [{"@type": "Organization", "name": "示例图书馆"}]
    assert found["encoding"]["contentUrl"].startswith(f"{settings.SITE_URL}/documents/")
    assert found["encoding"]["encodingFormat"] == "text/plain"


def test_an_award_is_the_list_of_its_works(zh: Tree, client: Client) -> None:
    page = page_of(AwardPage, zh)
    said = _said(client, page)
    _holds(said, **{"@type": "ItemList"}, numberOfItems=1)
    [item] = said["itemListElement"]
    assert item["position"] == 1
    _holds(item["item"], **{"@type": "CreativeWork"}, name="六把椅子", creditText="示例小组")
    assert item["item"]["award"].endswith("金奖")
    anchor = item["item"]["url"].partition("#")[2]
    assert reading.page(client, page.url).select(f"#{anchor}")


def test_an_award_without_works_is_an_empty_list(zh: Tree, client: Client) -> None:
    said = _said(client, award(index_of(AwardIndexPage, zh.home)))
    _holds(said, itemListElement=None, numberOfItems=0)


def test_a_campaign_is_an_undertaking_with_its_days(zh: Tree, client: Client) -> None:
    page = campaign(zh.campaigns, starts_on=datetime.date(2026, 3, 1), ends_on=None)
    _holds(_said(client, page), **{"@type": "Project"}, foundingDate="2026-03-01", dissolutionDate=None)


def test_an_article_names_its_author_and_a_repost_where_it_comes_from(zh: Tree, client: Client) -> None:
    own = _said(client, article(zh.news, author="示例人", display_date=datetime.date(2026, 1, 10)))
    _holds(own, **{"@type": "NewsArticle"}, datePublished="2026-01-10", isBasedOn=None)
    assert own["author"] == {"@type": "Person", "name": "示例人"}
    address = "https://daily.example/1"
    taken = _said(client, article(zh.news, source_kind="repost", source=source(), source_url=address))
    assert taken["isBasedOn"]["url"] == address
    assert taken["isBasedOn"]["publisher"]["name"] == taken["sourceOrganization"]["name"] == "示例日报"


def test_an_institution_says_how_to_reach_it(zh: Tree, client: Client) -> None:
    said = _said(client, institution(zh.directory, phone="023 0000", website="https://institution.example/"))
    _holds(said, **{"@type": "Organization"}, telephone="023 0000", sameAs="https://institution.example/")


def test_no_title_can_end_the_element(zh: Tree, client: Client) -> None:
    page = article(zh.news, "</script><script>alert(1)</script>")
    assert _said(client, page)["name"] == page.title
    assert reading.page(client, page.url).select("script:not([src]):not([type])") == []


def test_a_page_that_is_no_more_than_that_and_a_placeholder_tell_nothing(
    zh: Tree, en: Tree, client: Client
) -> None:
    placeholder = article(zh.news).copy_for_translation(en.locale, alias=True)
    for page in (standard_page(zh.home), placeholder):
        assert reading.page(client, page.url).select(SELECTOR) == []
