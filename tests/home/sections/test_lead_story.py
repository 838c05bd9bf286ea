"""The story at the top: an article that is chosen, else the newest."""

import datetime

import pytest
from django.test import Client

from tests.conftest import Tree
from tests.factories import article
from tests.home.sections.composing import composed, html

pytestmark = pytest.mark.django_db


def test_the_lead_story_is_the_newest_article_unless_one_is_chosen(zh: Tree, client: Client) -> None:
    old = article(zh.news, "旧闻", display_date=datetime.date(2025, 1, 1))
    article(zh.news, "新近的事", display_date=datetime.date(2026, 1, 1))
    composed(zh, ("lead_story", {"page": None}))
    shown = html(client, "/zh-hans/")
    assert "新近的事" in shown
    assert "旧闻" not in shown
    composed(zh, ("lead_story", {"page": old}))
    shown = html(client, "/zh-hans/")
    assert "旧闻" in shown
    assert "新近的事" not in shown


def test_a_lead_story_that_was_taken_down_gives_way_to_the_newest(zh: Tree, client: Client) -> None:
    article(zh.news, "新近的事")
    chosen = article(zh.news, "撤下的事")
    composed(zh, ("lead_story", {"page": chosen}))
    chosen.unpublish()
    shown = html(client, "/zh-hans/")
    assert "新近的事" in shown
    assert "撤下的事" not in shown
