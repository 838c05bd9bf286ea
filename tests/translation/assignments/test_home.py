"""A translator's home shows what is theirs, overdue work first, and what nobody has."""

import datetime

import pytest
from bs4 import Tag
from django.test import Client

from designcity.times import today
from newsroom.models import RoleKey
from tests.conftest import Tree
from tests.factories import article
from tests.newsroom.people import browser, member
from tests.reading import one, page, queries
from tests.translating import translate
from tests.translation.board.steps import status
from translating.assignments.assigning import assign

pytestmark = pytest.mark.django_db
HOME = "/admin/"


def _panel(client: Client, name: str) -> Tag:
    return one(page(client, HOME), f"#translating_{name}-section")


def _titles(client: Client, name: str) -> list[str]:
    return [cell.get_text(strip=True) for cell in _panel(client, name).select("tbody td.title")]


def test_my_list_begins_with_what_is_overdue(zh: Tree, en: Tree) -> None:
    translator, editor = member(RoleKey.TRANSLATOR, "en"), member(RoleKey.EDITOR)
    days = {"以后": 5, "迟了": -2, "今天": 0}
    for title, number in days.items():
        day = today() + datetime.timedelta(days=number)
        assign([status(article(zh.news, title))], translator, editor, day, f"{title}的话")
    assign([status(article(zh.news, "不急"))], translator, editor)
    assign([status(article(zh.news, "别人的"))], editor, editor)
    client = browser(translator)
    assert _titles(client, "mine") == ["迟了", "今天", "以后", "不急"]
    words = _panel(client, "mine").get_text(" ")
    assert words.count("Overdue") == 1
    assert "Due on" in words
    assert "迟了的话" in words


def test_what_is_published_leaves_my_list(zh: Tree, en: Tree) -> None:
    translator = member(RoleKey.TRANSLATOR, "en")
    original = article(zh.news, "甲")
    assign([status(original)], translator, by=None)
    assert _titles(browser(translator), "mine") == ["甲"]
    translate(original, en.locale)
    assert _titles(browser(translator), "mine") == []
    assert "Nothing is yours" in _panel(browser(translator), "mine").get_text()


def test_what_nobody_has_stands_below(zh: Tree, en: Tree) -> None:
    translator = member(RoleKey.TRANSLATOR, "en")
    article(zh.news, "没人的")
    assign([status(article(zh.news, "有人的"))], translator, by=None)
    translate(article(zh.news, "译好的"), en.locale)
    assert _titles(browser(translator), "nobodys") == ["没人的"]


def test_only_translators_have_these_panels(zh: Tree, en: Tree) -> None:
    shown = browser(member(RoleKey.WRITER)).get(HOME).content.decode()
    assert "translating_mine" not in shown
    assert "translating_nobodys" not in shown


def test_a_long_list_costs_no_more_queries(zh: Tree, en: Tree) -> None:
    translator = member(RoleKey.TRANSLATOR, "en")
    client = browser(translator)
    assign([status(article(zh.news, "甲"))], translator, by=None)
    status(article(zh.news, "乙"))
    few = len(queries(client, HOME))
    for number in range(5):
        assign([status(article(zh.news, f"第{number}篇"))], translator, by=None)
        status(article(zh.news, f"又{number}篇"))
    assert len(queries(client, HOME)) == few
