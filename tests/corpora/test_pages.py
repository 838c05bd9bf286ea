"""Pages that were put in quickly are pages like any other."""

import pytest
from django.test import Client
from wagtail.models import Page

from institutions.models import InstitutionPage
from news.models import ArticlePage
from tests.conftest import Tree
from tests.corpora.pages import put, put_articles, put_institutions
from tests.corpora.text import Writer
from tests.factories import article

pytestmark = pytest.mark.django_db


def test_the_tree_has_no_problems(zh: Tree, en: Tree) -> None:
    article(zh.news, "从前的新闻")
    assert put_articles([zh.news, en.news], 30) == 60
    assert put_institutions([zh.directory, en.directory], 10) == 20
    assert put_articles([zh.news, en.news], 5, seed=2) == 10
    assert Page.find_problems() == ([], [], [], [], [])
    assert Page.objects.get(pk=zh.news.pk).numchild == 36


def test_a_page_can_be_read(zh: Tree, en: Tree, client: Client) -> None:
    put_articles([zh.news, en.news], 2)
    for page in ArticlePage.objects.all():
        response = client.get(page.get_url())
        assert response.status_code == 200
        assert page.title in response.content.decode()


def test_an_institution_can_be_read_under_its_short_name_too(zh: Tree, client: Client) -> None:
    put_institutions([zh.directory], 1)
    page = InstitutionPage.objects.get()
    assert page.short_name
    assert page.title in client.get(page.get_url()).content.decode()


def test_translations_know_each_other(zh: Tree, en: Tree) -> None:
    put_articles([zh.news, en.news], 3)
    for page in ArticlePage.objects.filter(locale=zh.locale):
        translation = page.get_translation(en.locale)
        assert translation.get_parent().pk == en.news.pk
        assert translation.get_translation(zh.locale) == page


def test_a_page_holds_its_whole_story_and_is_of_its_type(zh: Tree) -> None:
    put_articles([zh.news], 1)
    (story,) = Writer(1).articles(1)
    page = Page.objects.child_of(zh.news).get().specific
    written = story.writings["zh-hans"]
    assert isinstance(page, ArticlePage)
    assert (page.title, page.summary) == (written.title, written.summary)
    assert [str(block.value) for block in page.body] == ["".join(f"<p>{text}</p>" for text in written.body)]


def test_an_editor_can_change_a_page(zh: Tree) -> None:
    put_articles([zh.news], 1)
    page = ArticlePage.objects.get()
    page.title = "新标题"
    page.full_clean()
    page.save_revision().publish()
    assert ArticlePage.objects.get().title == "新标题"


def test_pages_are_added_after_those_that_are_there(zh: Tree) -> None:
    first = article(zh.news, "从前的新闻")
    put(ArticlePage, [zh.news], Writer(1).articles(2))
    article(zh.news, "后来的新闻")
    titles = [page.title for page in Page.objects.get(pk=zh.news.pk).get_children()]
    assert (titles[0], titles[-1], len(titles)) == (first.title, "后来的新闻", 4)
