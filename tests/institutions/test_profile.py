"""A profile says who an institution is, and lists by itself the news and campaigns that name it."""

import datetime
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from campaigns.models import CampaignInstitution
from institutions.models import District, Field, InstitutionField, InstitutionKind, InstitutionPage
from news.models import ArticleInstitution
from tests import reading
from tests.checking import refused
from tests.conftest import Tree
from tests.factories import article, campaign, institution, published, term

pytestmark = pytest.mark.django_db


def test_a_profile_shows_who_where_and_how_to_reach(zh: Tree, client: Client) -> None:
    page = institution(
        zh.directory,
        "示例工业设计促进中心",
        short_name="工促中心",
        role="为企业找设计师。",
        institution_kind=term(InstitutionKind, "服务中心", locale=zh.locale),
        district=term(District, "北区", locale=zh.locale),
        address="示例路 1 号",
        latitude=Decimal("29.5"),
        longitude=Decimal("106.5"),
        contact_person="李敏",
        phone="+86 23 0000 0000",
        email="hello@example.org",
        website="https://example.org/",
        services=[("service", {"name": "设计咨询", "text": "面向小企业"})],
    )
    page = published(
        page, institution_fields=[InstitutionField(field=term(Field, "工业设计", locale=zh.locale))]
    )
    words = reading.main(client, page.url)
    for word in (
        "工促中心",
        "为企业找设计师。",
        "服务中心",
        "北区",
        "示例路 1 号",
        "李敏",
        "设计咨询",
        "工业设计",
    ):
        assert word in words
    addresses = reading.links(client, page.url).values()
    assert {"mailto:hello@example.org", "tel:+862300000000", "https://example.org/"} <= set(addresses)
    assert any(address.startswith("geo:29.5") for address in addresses)


def test_an_institution_of_which_only_the_name_is_known_has_a_page(zh: Tree, client: Client) -> None:
    assert "某机构" in reading.main(client, institution(zh.directory, "某机构").url)


@pytest.fixture
def named(zh: Tree) -> InstitutionPage:
    """An institution that two articles and a campaign name."""
    page = institution(zh.directory, "示例图书馆")
    for day in (1, 2):
        told = article(zh.news, f"第{day}条", display_date=datetime.date(2026, 1, day))
        published(told, article_institutions=[ArticleInstitution(institution=page)])
    plan = campaign(zh.campaigns, "创建行动")
    taking_part = CampaignInstitution(institution=page, role="牵头", locale=zh.locale)
    published(plan, campaign_institutions=[taking_part])
    article(zh.news, "不相干的事")
    campaign(zh.campaigns, "不相干的行动")
    return page


def test_the_news_and_campaigns_that_name_it_are_listed(named: InstitutionPage, client: Client) -> None:
    assert reading.titles(client, named.url) == ["第2条", "第1条", "创建行动"]


def test_what_was_taken_down_is_no_longer_listed(named: InstitutionPage, client: Client) -> None:
    for page in named.get_parent().get_siblings(inclusive=False):
        for child in page.get_children().specific():
            child.unpublish()
    assert reading.titles(client, named.url) == []


def test_the_english_profile_lists_what_is_there_in_english(
    named: InstitutionPage, zh: Tree, en: Tree, client: Client
) -> None:
    translation = named.copy_for_translation(en.locale)
    translation.title = "Sample library"
    english = published(translation)
    told = article(en.news, "Symposium held")
    published(told, article_institutions=[ArticleInstitution(institution=english)])
    assert reading.titles(client, english.url) == ["Symposium held"]
    assert "Symposium held" not in reading.main(client, named.url)


def test_an_english_article_that_names_the_chinese_page_counts_for_the_english_one(
    named: InstitutionPage, zh: Tree, en: Tree, client: Client
) -> None:
    english = published(named.copy_for_translation(en.locale))
    told = article(en.news, "Symposium held")
    published(told, article_institutions=[ArticleInstitution(institution=named)])
    assert reading.titles(client, english.url) == ["Symposium held"]


def test_a_profile_named_more_often_costs_no_more_queries(zh: Tree, client: Client) -> None:
    page = institution(zh.directory)

    def name_it(count: int) -> None:
        for number in range(count):
            told = article(zh.news, f"第{number}条")
            published(told, article_institutions=[ArticleInstitution(institution=page)])
            part = CampaignInstitution(institution=page, locale=zh.locale)
            published(campaign(zh.campaigns, f"行动{number}"), campaign_institutions=[part])

    name_it(1)
    few = reading.queries(client, page.url)
    name_it(4)
    many = reading.queries(client, page.url)
    assert len(few) == len(many), set(many) - set(few)
    assert len(few) < 30


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"latitude": Decimal("90.1")}, ["latitude"]),
        ({"longitude": Decimal("-180.1")}, ["longitude"]),
        ({"email": "nobody"}, ["email"]),
        ({"website": "javascript:alert(1)"}, ["website"]),
        ({"latitude": Decimal("-90"), "longitude": Decimal("180")}, []),
    ],
)
def test_what_is_wrong_is_said_at_its_field(fields: dict[str, Any], wrong: list[str]) -> None:
    assert refused(InstitutionPage(title="机构", **fields)) == wrong
