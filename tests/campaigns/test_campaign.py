"""A campaign says how far it is, what its plan holds, and who takes part."""

import datetime
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone, translation

from campaigns.blocks import Milestone
from campaigns.campaign import CampaignState
from campaigns.models import (
    Action,
    CampaignAction,
    CampaignFacility,
    CampaignInstitution,
    CampaignPage,
    Facility,
)
from news.models import ArticleCampaign
from tests import reading
from tests.checking import refused
from tests.conftest import Tree
from tests.factories import article, campaign, document, institution, published, term

pytestmark = pytest.mark.django_db

FIRST, LAST = datetime.date(2026, 3, 1), datetime.date(2026, 6, 30)


@pytest.mark.parametrize(
    ("today", "ends_on", "state"),
    [
        (datetime.date(2026, 2, 28), LAST, CampaignState.UPCOMING),
        (datetime.date(2026, 3, 1), LAST, CampaignState.RUNNING),
        (datetime.date(2026, 6, 30), LAST, CampaignState.RUNNING),
        (datetime.date(2026, 7, 1), LAST, CampaignState.CONCLUDED),
        (datetime.date(2026, 2, 28), None, CampaignState.UPCOMING),
        (datetime.date(2099, 1, 1), None, CampaignState.RUNNING),
        (FIRST, FIRST, CampaignState.RUNNING),
    ],
)
def test_the_state_follows_from_the_dates(
    monkeypatch: pytest.MonkeyPatch, today: datetime.date, ends_on: datetime.date | None, state: CampaignState
) -> None:
    monkeypatch.setattr(timezone, "localdate", lambda: today)
    assert CampaignPage(title="行动", starts_on=FIRST, ends_on=ends_on).state == state


def test_the_day_is_the_sites_own(monkeypatch: pytest.MonkeyPatch) -> None:
    late_in_london = datetime.datetime(2026, 2, 28, 17, 0, tzinfo=datetime.UTC)
    monkeypatch.setattr(timezone, "now", lambda: late_in_london)
    assert CampaignPage(title="行动", starts_on=FIRST).state == CampaignState.RUNNING


@pytest.mark.parametrize(
    ("ends_on", "wrong"), [(None, []), (FIRST, []), (LAST, []), (datetime.date(2026, 2, 28), ["ends_on"])]
)
def test_the_last_day_cannot_lie_before_the_first(ends_on: datetime.date | None, wrong: list[str]) -> None:
    assert refused(CampaignPage(title="行动", starts_on=FIRST, ends_on=ends_on)) == wrong


@pytest.fixture
def plan(zh: Tree) -> CampaignPage:
    """A campaign of two actions, a library and a platform, written down in the wrong order."""
    terms: dict[str, Any] = {"locale": zh.locale}
    talents = term(Action, "人才", slug="talents", sort_order=2, **terms)
    subjects = term(Action, "主体", slug="subjects", sort_order=1, description="企业与机构", **terms)
    materials = term(Facility, "材料库", slug="materials", sort_order=1, **terms)
    trade = term(Facility, "交易平台", slug="trade", facility_kind="platform", sort_order=2, **terms)
    return published(
        campaign(zh.campaigns, "创建行动", aim="让城市更好用。", starts_on=FIRST, ends_on=LAST),
        campaign_actions=[CampaignAction(action=one) for one in (talents, subjects)],
        campaign_facilities=[CampaignFacility(facility=one) for one in (trade, materials)],
    )


def test_actions_and_facilities_stand_in_the_plans_order(plan: CampaignPage, client: Client) -> None:
    assert [action.name for action in plan.actions] == ["主体", "人才"]
    assert [one.name for one in plan.libraries] == ["材料库"]
    assert [one.name for one in plan.platforms] == ["交易平台"]
    words = reading.main(client, plan.url)
    places = [
        words.find(word) for word in ("让城市更好用。", "主体", "企业与机构", "人才", "材料库", "交易平台")
    ]
    assert -1 not in places
    assert places == sorted(places)


def test_the_english_campaign_names_the_plan_in_english(plan: CampaignPage, en: Tree, client: Client) -> None:
    for model in (Action, Facility):
        for source in model.objects.exclude(slug="trade"):
            translation = source.copy_for_translation(en.locale)
            translation.name = source.slug.title()
            translation.save()
    translated = plan.copy_for_translation(en.locale)
    translated.title = "The campaign"
    english = published(translated)
    assert [action.name for action in english.actions] == ["Subjects", "Talents"]
    words = reading.main(client, english.url)
    assert "Materials" in words
    assert "交易平台" not in words


def test_those_taking_part_are_named_with_their_role(
    plan: CampaignPage, zh: Tree, en: Tree, client: Client
) -> None:
    library, college = institution(zh.directory, "示例图书馆"), institution(zh.directory, "示例学院")
    translation = library.copy_for_translation(en.locale)
    translation.title = "Sample library"
    published(translation)
    parts = [
        CampaignInstitution(institution=college, role="研究", locale=zh.locale, sort_order=1),
        CampaignInstitution(institution=library, role="牵头", locale=zh.locale, sort_order=2),
    ]
    page = published(plan, campaign_institutions=parts)
    assert [(str(one["page"]), one["role"]) for one in page.participants] == [
        ("示例学院", "研究"),
        ("示例图书馆", "牵头"),
    ]
    assert reading.links(client, page.url)["示例图书馆"] == library.url
    assert "牵头" in reading.main(client, page.url)
    english = published(page.copy_for_translation(en.locale))
    assert [str(one["page"]) for one in english.participants] == ["Sample library"]


def test_milestones_news_and_downloads_are_shown(plan: CampaignPage, zh: Tree, client: Client) -> None:
    told = article(zh.news, "座谈会召开")
    published(told, article_campaigns=[ArticleCampaign(campaign=plan)])
    milestone = {"date": datetime.date(2026, 4, 5), "title": "启动会", "text": "在图书馆"}
    plan.milestones = [("milestone", milestone)]
    plan.downloads = [("file", {"title": "方案全文", "document": document()})]
    page = published(plan)
    words = reading.main(client, page.url)
    assert "启动会" in words
    assert "在图书馆" in words
    assert "方案全文" in words
    assert reading.links(client, page.url)["座谈会召开"] == told.url
    assert 'datetime="2026-04-05"' in client.get(page.url).content.decode()


def test_a_campaign_of_which_only_the_first_day_is_known_has_a_page(zh: Tree, client: Client) -> None:
    assert "某行动" in reading.main(client, campaign(zh.campaigns, "某行动").url)


def test_a_campaign_with_more_parts_costs_no_more_queries(zh: Tree, client: Client) -> None:
    def page_with(count: int) -> CampaignPage:
        numbers = range(count)
        actions = [term(Action, f"行动{count}-{number}", locale=zh.locale) for number in numbers]
        taking_part = [institution(zh.directory, f"机构{count}-{number}") for number in numbers]
        page = published(
            campaign(zh.campaigns, f"行动{count}"),
            campaign_actions=[CampaignAction(action=one) for one in actions],
            campaign_institutions=[
                CampaignInstitution(institution=one, locale=zh.locale) for one in taking_part
            ],
        )
        for number in numbers:
            told = article(zh.news, f"新闻{count}-{number}")
            published(told, article_campaigns=[ArticleCampaign(campaign=page)])
        return page

    few = reading.queries(client, page_with(1).url)
    many = reading.queries(client, page_with(5).url)
    assert len(few) == len(many), set(many) - set(few)
    assert len(few) < 35


def test_the_preview_of_a_milestone_shows_its_date() -> None:
    block = Milestone()
    with translation.override("en"):
        assert "Jan. 10, 2026" in block.render(block.get_preview_value())
