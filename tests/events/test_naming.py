"""Institutions and campaigns list the events and calls that name them, and the tree says what stands where."""

from typing import Any

import pytest
from django.test import Client

from campaigns.models import CampaignPage
from events.models import (
    CallCampaign,
    CallIndexPage,
    CallInstitution,
    CallPage,
    EventCampaign,
    EventIndexPage,
    EventInstitution,
    EventPage,
)
from home.models import HomePage
from institutions.models import InstitutionPage
from tests import reading
from tests.conftest import Tree
from tests.events.conftest import SetClock
from tests.factories import call, campaign, event, institution, on_site, published
from tests.translating import translate

pytestmark = pytest.mark.django_db


@pytest.fixture
def library(zh: Tree) -> InstitutionPage:
    """An institution."""
    return institution(zh.directory, "示例图书馆")


@pytest.fixture
def plan(zh: Tree) -> CampaignPage:
    """A campaign."""
    return campaign(zh.campaigns, "创建行动")


def _named(index: Any, title: str, library: InstitutionPage, plan: CampaignPage, **fields: Any) -> Any:
    make, by, part_of = {
        EventIndexPage: (event, EventInstitution, EventCampaign),
        CallIndexPage: (call, CallInstitution, CallCampaign),
    }[type(index)]
    return published(
        make(index, title, **fields),
        institution_links=[by(institution=library)],
        campaign_links=[part_of(campaign=plan)],
    )


def test_institution_and_campaign_list_what_names_them(
    events: EventIndexPage,
    calls: CallIndexPage,
    library: InstitutionPage,
    plan: CampaignPage,
    client: Client,
    clock: SetClock,
) -> None:
    _named(events, "过了的论坛", library, plan, starts_at=on_site(2026, 1, 1))
    _named(events, "要来的论坛", library, plan, starts_at=on_site(2028, 1, 1))
    _named(calls, "截止的征集", library, plan, closes_at=on_site(2026, 1, 1))
    _named(calls, "开着的征集", library, plan)
    event(events, "别人的论坛")
    call(calls, "别人的征集")
    clock(on_site(2027, 1, 1))
    for page in (library, plan):
        assert reading.titles(client, page.url) == ["要来的论坛", "过了的论坛", "开着的征集", "截止的征集"]


def test_they_are_listed_in_the_language_of_the_page(
    events: EventIndexPage,
    english_events: EventIndexPage,
    library: InstitutionPage,
    plan: CampaignPage,
    en: Tree,
    client: Client,
) -> None:
    page = _named(events, "论坛", library, plan)
    _named(events, "只有中文的论坛", library, plan)
    english_library = translate(library, en.locale, slug="library")
    translate(page, en.locale, title="Forum", slug="forum")
    assert reading.titles(client, english_library.url) == ["Forum"]
    assert reading.titles(client, library.url) == ["论坛", "只有中文的论坛"]


def test_an_event_and_a_call_lead_to_their_campaign(
    events: EventIndexPage,
    calls: CallIndexPage,
    library: InstitutionPage,
    plan: CampaignPage,
    client: Client,
) -> None:
    for page in (_named(events, "论坛", library, plan), _named(calls, "征集", library, plan)):
        links = reading.links(client, page.url)
        assert links["示例图书馆"] == library.url
        assert links["创建行动"] == plan.url


def test_more_events_and_calls_cost_an_institution_no_more_queries(
    events: EventIndexPage,
    calls: CallIndexPage,
    library: InstitutionPage,
    plan: CampaignPage,
    client: Client,
) -> None:
    for number in range(2):
        _named(events, f"论坛{number}", library, plan)
        _named(calls, f"征集{number}", library, plan)
    few = [len(reading.queries(client, page.url)) for page in (library, plan)]
    for number in range(2, 7):
        _named(events, f"论坛{number}", library, plan)
        _named(calls, f"征集{number}", library, plan)
    assert [len(reading.queries(client, page.url)) for page in (library, plan)] == few
    assert max(few) < 35


def test_the_tree_says_what_may_stand_where() -> None:
    for index, page in ((EventIndexPage, EventPage), (CallIndexPage, CallPage)):
        assert index in HomePage.allowed_subpage_models()
        assert index.allowed_parent_page_models() == [HomePage]
        assert index.allowed_subpage_models() == [page]
        assert page.allowed_parent_page_models() == [index]
        assert page.allowed_subpage_models() == []


def test_there_is_one_index_of_a_kind_at_most(events: EventIndexPage, calls: CallIndexPage, zh: Tree) -> None:
    for index in (EventIndexPage, CallIndexPage):
        assert not index.can_create_at(zh.home)
