"""The list of findings, and the data of the side panel."""

import json
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from wagtail.test.utils.form_data import rich_text, streamfield

from news.models import ArticlePage
from tests import reading
from tests.admin.writing import FEATURES, article_form
from tests.conftest import Tree
from tests.everything import PAGE_TYPES, page_of
from tests.factories import article, image

pytestmark = pytest.mark.django_db


def _list(editor: Client, page: Any) -> BeautifulSoup:
    return reading.page(editor, reverse("newsroom_checks", args=[page.pk]))


def _draft(zh: Tree, **fields: Any) -> Any:
    page = article(zh.news, "座谈会")
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision(clean=False)
    return page


def test_the_list_leads_to_the_fields_of_the_draft(zh: Tree, editor: Client) -> None:
    page = _draft(zh, source_kind="repost")
    entry = _list(editor, page).select_one(".page-checks__finding--must")
    assert entry is not None
    link = reading.one(entry, "a")
    assert link.get_text() == "Source"
    assert link["href"] == f"/admin/pages/{page.pk}/edit/#:w:contentpath=source"


def test_what_is_found_in_the_rendered_page_leads_to_the_block(zh: Tree, editor: Client) -> None:
    words = {"type": "text", "id": "b1", "value": '<p><a href="https://example.org/">这里</a></p>'}
    page = _draft(zh, body=json.dumps([words]), summary="摘要", author="记者")
    entry = _list(editor, page).select_one(".page-checks__finding--should")
    assert entry is not None
    assert "这里" in entry.get_text()
    assert reading.one(entry, "a")["href"] == f"/admin/pages/{page.pk}/edit/#:w:contentpath=body.b1"


def test_the_weightiest_findings_come_first(zh: Tree, editor: Client) -> None:
    page = _draft(zh, source_kind="repost", summary="")
    headings = [one.get_text() for one in _list(editor, page).select("h2[id^=checks-]")]
    assert headings == ["Must be mended", "Should be looked at"]


@pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model.__name__)
def test_every_page_type_is_checked_in_few_queries(
    zh: Tree, en: Tree, editor: Client, model: Any, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    page = page_of(model, zh)
    address = reverse("newsroom_checks", args=[page.pk])
    editor.get(address)
    with django_assert_max_num_queries(160):
        assert editor.get(address).status_code == 200


def test_who_may_not_edit_a_page_does_not_see_its_checks(zh: Tree, django_user_model: Any) -> None:
    from tests.admin.desk import colleague

    address = reverse("newsroom_checks", args=[article(zh.news).pk])
    response = colleague().get(address)
    assert response.status_code == 302
    assert Client().get(address).status_code == 302


def test_a_page_that_is_not_there_is_not_checked(editor: Client) -> None:
    assert editor.get(reverse("newsroom_checks", args=[999_999]), follow=True).status_code == 404


def test_the_editors_form_has_the_panel_and_the_way_to_the_list(zh: Tree, editor: Client) -> None:
    page = article(zh.news)
    form = reading.page(editor, reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert form.select_one("[data-side-panel=checks] [data-page-checks]") is not None
    assert form.select("[data-checks-panel]"), "Wagtail's own checker remains"
    assert reverse("newsroom_checks", args=[page.pk]) in [link.get("href") for link in form.select("a")]
    assert form.select_one('script[type=module][src$="checks.js"]') is not None


def test_a_new_page_has_the_panel_too(zh: Tree, editor: Client) -> None:
    form = reading.page(editor, reverse("wagtailadmin_pages:add", args=["news", "articlepage", zh.news.pk]))
    assert form.select_one("[data-side-panel=checks] [data-page-checks]") is not None


def _data(response: Any) -> Any:
    assert response.status_code == 200
    return response.json()


def test_the_panel_checks_the_form_as_it_stands_and_keeps_nothing(zh: Tree, editor: Client) -> None:
    page = article(zh.news, summary="市里召开座谈会，十四家机构参加。", editor="王文")
    address = reverse("newsroom_checks_on_edit", args=[page.pk])
    summary = {"summary": page.summary, "slug": page.slug}
    assert _data(editor.post(address, article_form(**summary)))["count"] == 0
    answer = _data(editor.post(address, article_form(source_kind="repost", **summary)))
    assert answer["count"] == 1
    [finding] = [one for one in answer["findings"] if one["severity"] == "must"]
    assert finding["href"] == "#:w:contentpath=source"
    assert ArticlePage.objects.get().source_kind == "original"


def test_a_form_with_mistakes_is_answered_with_the_page_as_it_is_kept(zh: Tree, editor: Client) -> None:
    page = article(zh.news, summary="市里召开座谈会，十四家机构参加。", editor="王文")
    form = article_form(slug=page.slug, display_date="gestern", source_kind="repost")
    answer = _data(editor.post(reverse("newsroom_checks_on_edit", args=[page.pk]), form))
    assert answer["count"] == 0
    assert answer["state"].startswith("Some fields hold mistakes")


def test_a_new_page_is_checked_before_it_is_kept(zh: Tree, editor: Client) -> None:
    address = reverse("newsroom_checks_on_add", args=["news", "articlepage", zh.news.pk])
    form = article_form(source_kind="repost", lead_image=str(image(credit="李影", licence="own").pk))
    answer = _data(editor.post(f"{address}?rendered=1", form))
    places = [one["place"] for one in answer["findings"] if one["severity"] == "must"]
    assert places == ["Alternative text", "Source"]


def test_the_rendered_page_is_checked_when_asked_for(zh: Tree, editor: Client) -> None:
    page = article(zh.news)
    address = reverse("newsroom_checks_on_edit", args=[page.pk])
    words = rich_text('<p><a href="https://example.org/">点击这里</a></p>', features=FEATURES)
    form = article_form(slug=page.slug, body=streamfield([("text", words)]))
    sentence = "Say where the link “点击这里” leads: heard alone, its words tell nothing."
    assert sentence not in [one["sentence"] for one in _data(editor.post(address, form))["findings"]]
    assert sentence in [
        one["sentence"] for one in _data(editor.post(f"{address}?rendered=1", form))["findings"]
    ]
