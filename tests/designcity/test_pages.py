import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from designcity.pages import in_locale
from home.models import HomePage
from news.models import ArticlePage
from tests.conftest import Tree
from tests.everything import PAGE_TYPES
from tests.factories import article

pytestmark = pytest.mark.django_db


def test_a_chinese_headline_gets_a_pinyin_address(zh: Tree) -> None:
    assert article(zh.news, "设计之都").slug == "she-ji-zhi-du"


def test_the_second_page_of_the_same_title_gets_a_number(zh: Tree) -> None:
    article(zh.news, "设计之都")
    assert article(zh.news, "设计之都").slug == "she-ji-zhi-du-2"


def test_pages_are_found_in_another_language_in_their_order(zh: Tree, en: Tree) -> None:
    titles = [page.title for page in in_locale([zh.campaigns, zh.news], en.locale)]
    assert titles == ["Campaigns", "News"]


def test_a_private_translation_is_not_offered(zh: Tree, en: Tree) -> None:
    PageViewRestriction.objects.create(page=en.news, restriction_type=PageViewRestriction.LOGIN)
    assert in_locale([zh.news], en.locale) == []
    assert [page.pk for page in zh.news.public_translations()] == [zh.news.pk]


def test_an_untranslated_placeholder_knows_its_language(zh: Tree, en: Tree) -> None:
    original = article(zh.news, "只有中文")
    placeholder = ArticlePage.objects.get(pk=original.copy_for_translation(en.locale, alias=True).pk)
    assert placeholder.is_untranslated
    assert placeholder.original_language == "zh-hans"


def test_an_untranslated_placeholder_tells_readers_and_search_engines(
    zh: Tree, en: Tree, client: Client
) -> None:
    original = article(zh.news, "只有中文")
    placeholder = original.copy_for_translation(en.locale, alias=True)
    html = client.get(placeholder.url).content.decode()
    assert "noindex" in html
    assert f'<link rel="canonical" href="{original.full_url}"' in html
    assert 'lang="zh-Hans"' in html


def test_hreflang_names_every_language_of_the_page(zh: Tree, en: Tree, client: Client) -> None:
    html = client.get(en.news.url).content.decode()
    assert f'hreflang="zh-Hans" href="{zh.news.full_url}"' in html
    assert f'hreflang="en" href="{en.news.full_url}"' in html
    assert '<html lang="en"' in html


def test_who_chooses_a_page_type_reads_what_each_is() -> None:
    silent = {model for model in PAGE_TYPES if not model.get_page_description()}
    assert silent <= {HomePage}
