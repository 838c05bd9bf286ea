"""The campaign in focus: one that is chosen, else the latest."""

import datetime

import pytest
from django.test import Client

from tests.conftest import Tree
from tests.factories import campaign
from tests.home.sections.composing import composed, html

pytestmark = pytest.mark.django_db


def test_the_campaign_in_focus_is_the_latest_unless_one_is_chosen(zh: Tree, client: Client) -> None:
    campaign(zh.campaigns, "早先的行动", starts_on=datetime.date(2024, 1, 1))
    campaign(zh.campaigns, "近来的行动", starts_on=datetime.date(2025, 1, 1))
    composed(zh, ("campaign_focus", {"title": "", "page": None}))
    shown = html(client, "/zh-hans/")
    assert "近来的行动" in shown
    assert "早先的行动" not in shown
