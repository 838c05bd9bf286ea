import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from designcity.pages import in_locale
from designcity.templatetags.designcity_tags import headline_size
from news.models import ArticleInstitution
from tests import reading
from tests.conftest import Tree
from tests.factories import article, institution, published
from tests.reading import queries


@pytest.mark.parametrize(
    ("title", "size"),
    [
        ("设计之都", "short"),
        ("设计" * 13, "long"),
        ("设计" * 60, "very-long"),
        ("City of Design", "short"),
        ("Symposium on setting up supporting institutions held", "long"),
        ("w" * 255, "very-long"),
    ],
)
def test_a_headline_is_set_by_its_width_in_either_script(title: str, size: str) -> None:
    assert headline_size(title) == size


@pytest.mark.django_db
def test_the_switcher_leads_to_the_same_page_and_else_to_the_home_page(
    zh: Tree, en: Tree, client: Client
) -> None:
    only_here = article(zh.news, "只有中文")
    assert f'href="{en.news.url}" hreflang="en"' in client.get(zh.news.url).content.decode()
    assert 'href="/en/" hreflang="en"' in client.get(only_here.url).content.decode()


@pytest.mark.django_db
def test_the_switcher_keeps_the_query_of_a_search(zh: Tree, en: Tree, client: Client) -> None:
    html = client.get("/zh-hans/search/", {"q": "设计"}).content.decode()
    assert 'href="/en/search/?q=%E8%AE%BE%E8%AE%A1" hreflang="en"' in html


@pytest.mark.django_db
def test_pages_for_cards_cost_the_same_however_many_they_are(
    zh: Tree, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    pages = [institution(zh.directory, f"示例机构 {number}") for number in range(6)]
    for some in (pages[:2], pages):
        with django_assert_num_queries(3):  # the restrictions, the pages, their own fields
            in_locale(some, zh.locale)


@pytest.mark.django_db
def test_a_card_of_what_is_not_translated_says_its_language(zh: Tree, en: Tree, client: Client) -> None:
    names = ("示例设计学院", "示例图书馆")
    originals = [institution(zh.directory, name, summary="一句话。") for name in names]
    for one in originals:
        one.copy_for_translation(en.locale, alias=True)
    page = article(en.news, "Open day")
    published(page, article_institutions=[ArticleInstitution(institution=one) for one in originals[:1]])
    few = len(queries(client, page.url))
    published(page, article_institutions=[ArticleInstitution(institution=one) for one in originals])
    assert len(queries(client, page.url)) == few
    shown = reading.page(client, page.url).select(".card--institution bdi")
    assert [(words.get_text(), words["lang"]) for words in shown] == [
        (words, "zh-Hans") for name in names for words in (name, "一句话。")
    ]
    chinese = article(zh.news, "开放日")
    published(chinese, article_institutions=[ArticleInstitution(institution=originals[0])])
    assert reading.page(client, chinese.url).select(".card--institution bdi") == []
