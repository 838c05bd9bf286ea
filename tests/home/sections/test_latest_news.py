"""The newest articles of the reader's language."""

import datetime

import pytest
from django.test import Client

from tests.conftest import Tree
from tests.factories import article
from tests.home.sections.composing import composed, html

pytestmark = pytest.mark.django_db


def test_the_latest_news_are_those_of_the_language_and_as_many_as_wanted(
    zh: Tree, en: Tree, client: Client
) -> None:
    for number in range(5):
        article(en.news, f"Item {number}", display_date=datetime.date(2026, 1, 1 + number))
    article(zh.news, "中文消息", display_date=datetime.date(2026, 2, 1))
    composed(en, ("latest_news", {"title": "What is new", "count": 3}))
    shown = html(client, "/en/")
    assert [f"Item {number}" in shown for number in range(5)] == [False, False, True, True, True]
    assert "中文消息" not in shown
    assert "What is new" in shown
