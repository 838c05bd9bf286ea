"""An editor writes and publishes an article, and readers have it."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings
from wagtail.models import Locale, Page
from wagtail.test.utils.form_data import inline_formset
from wagtail_localize.models import LocaleSynchronization

from news.models import ArticlePage, Category, Tag
from search.models import PendingUpdate
from search.updates.worker import refresh_entries
from tests import reading
from tests.admin.writing import article_form
from tests.conftest import Tree
from tests.factories import image, institution, term

pytestmark = pytest.mark.django_db


def _send(editor: Client, parent: Page, **fields: Any) -> Any:
    address = reverse("wagtailadmin_pages:add", args=["news", "articlepage", parent.pk])
    return editor.post(address, article_form(**fields))


def test_an_article_is_published_with_a_pinyin_address(zh: Tree, editor: Client) -> None:
    response = _send(editor, zh.news)
    assert response.status_code == 302
    page = ArticlePage.objects.get()
    assert page.live
    assert page.slug == "zhi-cheng-ji-gou-zuo-tan-hui-zhao-kai"
    words = reading.main(editor, page.url)
    assert "十四家机构参加。" in words
    assert "会上" in words


def test_what_is_published_is_found_and_noted_for_the_index(
    zh: Tree, editor: Client, settings: Settings
) -> None:
    settings.ELASTICSEARCH_URL = ""
    _send(editor, zh.news)
    page = ArticlePage.objects.get()
    assert PendingUpdate.objects.filter(page_id=page.pk).exists()
    refresh_entries()
    assert page.url in reading.links(editor, "/zh-hans/search/", q="座谈").values()


def test_an_article_is_published_with_all_that_it_names(zh: Tree, editor: Client) -> None:
    category, tag = (term(model, "工业设计", locale=zh.locale) for model in (Category, Tag))
    named = institution(zh.directory, "示例图书馆")
    _send(
        editor,
        zh.news,
        category=str(category.pk),
        lead_image=str(image(credit="示例摄影", licence="own").pk),
        lead_image_alt="会场",
        article_tags=inline_formset([{"tag": str(tag.pk)}]),
        article_institutions=inline_formset([{"institution": str(named.pk)}]),
    )
    page = ArticlePage.objects.get()
    assert page.category == category
    assert page.tags == [tag]
    assert [one.pk for one in page.institutions] == [named.pk]


def test_a_draft_is_kept_and_read_by_nobody(zh: Tree, editor: Client) -> None:
    address = reverse("wagtailadmin_pages:add", args=["news", "articlepage", zh.news.pk])
    form = article_form()
    del form["action-publish"]
    editor.post(address, form)
    page = ArticlePage.objects.get()
    assert not page.live
    assert Client().get(page.get_url() or "/zh-hans/news/x/").status_code == 404


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"title": ""}, "title"),
        ({"title": "长" * 256}, "title"),
        ({"summary": "长" * 401}, "summary"),
        ({"display_date": "gestern"}, "display_date"),
        ({"source_kind": "repost"}, "source"),
        ({"source_url": "javascript:alert(1)"}, "source_url"),
        ({"slug": "a b"}, "slug"),
    ],
)
def test_a_mistake_is_said_at_its_field_and_nothing_is_lost(
    zh: Tree, editor: Client, fields: dict[str, str], wrong: str
) -> None:
    response = _send(editor, zh.news, author="王文", **fields)
    assert response.status_code == 200
    assert list(response.context["form"].errors) == [wrong]
    assert 'value="王文"' in response.content.decode()
    assert not ArticlePage.objects.exists()


def test_an_address_typed_in_chinese_is_made_readable(zh: Tree, editor: Client) -> None:
    _send(editor, zh.news, slug="设计")
    assert ArticlePage.objects.get().slug == "she-ji"


def test_a_new_chinese_article_has_an_english_placeholder_at_once(zh: Tree, en: Tree, editor: Client) -> None:
    LocaleSynchronization.objects.create(locale=en.locale, sync_from=zh.locale)
    _send(editor, zh.news)
    placeholder = ArticlePage.objects.get(locale=Locale.objects.get(language_code="en"))
    assert placeholder.is_untranslated
    assert reading.titles(editor, en.news.url) == []


def test_the_admin_finds_a_chinese_title_in_the_database(zh: Tree, editor: Client) -> None:
    _send(editor, zh.news)
    answer = editor.get(reverse("wagtailadmin_pages:search"), {"q": "支撑机构座谈会召开"})
    assert answer.status_code == 200
    assert [page.title for page in answer.context["page_obj"].object_list] == ["支撑机构座谈会召开"]
