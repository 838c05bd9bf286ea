"""A chooser of pages opens where pages of its type stand, in the language of what is edited."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from tests.conftest import Tree
from tests.factories import article, campaign, institution, standard_page
from tests.translating import translate

pytestmark = pytest.mark.django_db


@pytest.fixture
def pages(zh: Tree, en: Tree) -> None:
    """Two institutions, an article and a campaign in both languages, and a page that stands elsewhere."""
    made = [institution(zh.directory, "甲"), institution(zh.directory, "乙"), article(zh.news)]
    for page in (*made, campaign(zh.campaigns)):
        translate(page, en.locale)
    standard_page(zh.home)


def _opened_at(client: Client, form: str, **query: str) -> Page:
    headers = {"referer": f"https://testserver{form}"} if form else {}
    answer = client.get(reverse("wagtailadmin_choose_page"), query, headers=headers)
    assert answer.status_code == 200
    return Page.objects.get(pk=answer.json()["parent_page_id"])


@pytest.mark.parametrize(
    ("kind", "place"),
    [
        ("institutions.institutionpage", "directory"),
        ("news.articlepage", "news"),
        ("campaigns.campaignpage", "campaigns"),
        ("news.articlepage,institutions.institutionpage", "home"),
    ],
)
@pytest.mark.usefixtures("pages")
def test_it_opens_where_such_pages_stand_in_the_language_of_the_page(
    zh: Tree, en: Tree, editor: Client, kind: str, place: str
) -> None:
    for tree in (zh, en):
        expected = getattr(tree, place)
        edited = reverse("wagtailadmin_pages:edit", args=[tree.home.pk])
        added = reverse("wagtailadmin_pages:add", args=["news", "articlepage", tree.news.pk])
        assert _opened_at(editor, edited, page_type=kind).pk == expected.pk
        assert _opened_at(editor, added, page_type=kind).pk == expected.pk


@pytest.mark.usefixtures("pages")
def test_who_comes_from_elsewhere_is_led_to_the_language_of_the_interface(zh: Tree, editor: Client) -> None:
    for form in ("", "/nowhere/", reverse("wagtailadmin_home"), "/admin/pages/999999/edit/"):
        place = _opened_at(editor, form, page_type="institutions.institutionpage")
        assert place.locale.language_code in ("zh-hans", "en")
        assert place.specific_class is type(zh.directory)


@pytest.mark.usefixtures("pages")
def test_a_chooser_of_any_page_and_one_of_a_type_without_pages_open_as_they_did(editor: Client) -> None:
    assert _opened_at(editor, "").is_root()
    assert _opened_at(editor, "", page_type="awards.awardpage").is_root()


def test_a_type_that_does_not_exist_is_not_found(editor: Client) -> None:
    for kind in ("news.nothing", "nothing", "auth.user"):
        answer = editor.get(reverse("wagtailadmin_choose_page"), {"page_type": kind}, follow=True)
        assert answer.status_code == 404
