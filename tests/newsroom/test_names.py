"""Colleagues are called by their names, not by what they log in with."""

import pytest
from django.contrib.auth import get_user_model
from django.template.loader import render_to_string
from django.urls import reverse

from newsroom.models import RoleKey
from tests import reading
from tests.conftest import Tree
from tests.factories import article
from tests.newsroom.people import browser, member

pytestmark = pytest.mark.django_db

NAMED = "wagtailadmin/shared/user_avatar.html"


def test_a_colleague_is_called_by_name() -> None:
    user = get_user_model().objects.create_user("writer", first_name="示例撰稿人")
    for known in ({}, {"username": "writer"}):
        said = render_to_string(NAMED, {"user": user, **known})
        assert "示例撰稿人" in said
        assert "writer" not in said


@pytest.mark.parametrize(("known", "words"), [({}, []), ({"username": "已离开"}, ["已离开"])])
def test_nobody_is_called_none(known: dict[str, str], words: list[str]) -> None:
    said = render_to_string(NAMED, {"user": None, **known})
    assert said.split("</span>")[-1].split() == words
    assert "None" not in said


def test_the_list_of_older_pages_names_who_published_them(zh: Tree) -> None:
    publisher = member(RoleKey.PUBLISHER)
    publisher.first_name = "示例发布人"
    publisher.save()
    for title in ("甲", "乙"):
        article(zh.news, title).save_revision(user=publisher).publish(user=publisher)
    older = reading.page(browser(publisher), reverse("wagtailadmin_reports:aging_pages"))
    names = [" ".join(cell.get_text().split()) for cell in older.select("td:nth-of-type(4)")]
    assert names.count("示例发布人") == 2
    assert publisher.get_username() not in names
