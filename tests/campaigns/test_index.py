import datetime

import pytest
from django.test import Client

from campaigns.models import CampaignIndexPage
from tests import reading
from tests.conftest import Tree
from tests.factories import campaign, image

pytestmark = pytest.mark.django_db


def test_the_latest_campaigns_come_first(zh: Tree, client: Client) -> None:
    for year in (2024, 2026, 2025):
        campaign(zh.campaigns, f"{year} 年", starts_on=datetime.date(year, 1, 1))
    campaign(zh.campaigns, "撤下").unpublish()
    assert reading.titles(client, zh.campaigns.url) == ["2026 年", "2025 年", "2024 年"]


def test_a_placeholder_is_not_listed(zh: Tree, en: Tree, client: Client) -> None:
    campaign(zh.campaigns).copy_for_translation(en.locale, alias=True)
    assert reading.titles(client, en.campaigns.url) == []


@pytest.mark.parametrize(("asked", "found"), [("1", "丙"), ("2", "乙"), ("9", "甲"), ("-1", "丙"), ("x", "丙")])
def test_any_page_number_shows_campaigns(
    zh: Tree, client: Client, monkeypatch: pytest.MonkeyPatch, asked: str, found: str
) -> None:
    monkeypatch.setattr(CampaignIndexPage, "PER_PAGE", 1)
    for month, title in enumerate("甲乙丙", start=1):
        campaign(zh.campaigns, title, starts_on=datetime.date(2026, month, 1))
    assert reading.titles(client, zh.campaigns.url, page=asked) == [found]


def test_a_longer_list_costs_no_more_queries(zh: Tree, client: Client) -> None:
    picture = image()
    campaign(zh.campaigns, "第一", share_image=picture)
    few = reading.queries(client, zh.campaigns.url)
    for number in range(6):
        campaign(zh.campaigns, f"第{number}", share_image=picture)
    many = reading.queries(client, zh.campaigns.url)
    assert len(few) == len(many), set(many) - set(few)
    assert len(few) < 30
