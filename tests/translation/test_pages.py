"""How a Chinese page becomes an English one, and what readers see before and after."""

import pytest
from django.test import Client
from wagtail.models import Page
from wagtail_localize.models import LocaleSynchronization

from news.models import ArticlePage, Category
from search.indexing.documents import searchable
from tests import reading
from tests.conftest import Tree
from tests.factories import article, category, standard_page
from tests.translating import translate

pytestmark = pytest.mark.django_db


@pytest.fixture
def placeholder(zh: Tree, en: Tree) -> ArticlePage:
    """What the English tree holds for an article that is only in Chinese."""
    article(zh.news, "座谈会召开")
    LocaleSynchronization.objects.create(locale=en.locale, sync_from=zh.locale)
    return ArticlePage.objects.get(locale=en.locale)


def test_a_synchronised_tree_holds_a_placeholder_of_every_page(zh: Tree, placeholder: ArticlePage) -> None:
    assert placeholder.is_untranslated
    assert placeholder.live
    assert placeholder.title == "座谈会召开"
    assert placeholder.get_parent().locale.language_code == "en"


def test_a_placeholder_is_neither_listed_nor_searched(
    placeholder: ArticlePage, en: Tree, client: Client
) -> None:
    assert reading.titles(client, en.news.url) == []
    assert placeholder not in searchable(ArticlePage)


def test_a_placeholder_says_that_it_is_not_translated(placeholder: ArticlePage, client: Client) -> None:
    soup = reading.page(client, placeholder.url)
    assert "座谈会召开" in soup.get_text()
    assert "This page has not been translated yet." in soup.get_text()
    assert soup.select_one('main [lang="zh-Hans"]') is not None
    robots = soup.select_one("meta[name=robots]")
    assert robots is not None
    assert "noindex" in robots["content"]


def test_translating_turns_the_placeholder_into_a_page(
    placeholder: ArticlePage, zh: Tree, en: Tree, client: Client
) -> None:
    original = ArticlePage.objects.get(locale=zh.locale)
    english = translate(original, en.locale, title="Symposium held", slug="symposium-held")
    assert english.pk == placeholder.pk
    assert not english.is_untranslated
    assert english.url == "/en/news/symposium-held/"
    assert reading.titles(client, en.news.url) == ["Symposium held"]
    assert "has not been translated" not in reading.main(client, english.url)


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("symposium-held", "symposium-held"),
        ("zuo-tan-hui", "zuo-tan-hui"),
        ("Symposium held!", "symposium-held"),
        ("座谈会", "symposium"),
    ],
)
def test_the_address_of_a_translation_is_always_ascii(zh: Tree, en: Tree, typed: str, slug: str) -> None:
    english = translate(article(zh.news, "座谈会"), en.locale, title="Symposium", slug=typed)
    assert english.slug == slug


def test_two_translations_with_one_address_get_two(zh: Tree, en: Tree) -> None:
    pages = [article(zh.news, title) for title in ("甲", "乙")]
    slugs = [translate(page, en.locale, slug="same").slug for page in pages]
    assert slugs == ["same", "same-1"]


def test_the_display_date_and_the_category_come_along(zh: Tree, en: Tree) -> None:
    filed = category("政策", locale=zh.locale)
    policy = translate(filed, en.locale, name="Policy")
    page = article(zh.news, category=filed)
    english = translate(page, en.locale)
    assert english.display_date == page.display_date
    assert english.category == policy
    assert Category.objects.filter(slug=filed.slug).count() == 2


def _switches(client: Client, address: str) -> dict[str, str]:
    """Return where the switcher leads, by language."""
    links = reading.page(client, address).select("header nav a[hreflang][lang]")
    return {str(link["hreflang"]): str(link["href"]) for link in links}


def test_the_language_switcher_leads_to_the_same_page(zh: Tree, en: Tree, client: Client) -> None:
    page = article(zh.news, "座谈会")
    english = translate(page, en.locale, slug="symposium")
    both = {"zh-Hans": page.url, "en": "/en/news/symposium/"}
    assert _switches(client, page.url) == both
    assert _switches(client, english.url) == both


@pytest.mark.parametrize(
    ("address", "english"),
    [
        ("/zh-hans/", "/en/"),
        ("/zh-hans/news/", "/en/news/"),
        ("/zh-hans/search/?q=%E8%AE%BE%E8%AE%A1&page=2", "/en/search/?q=%E8%AE%BE%E8%AE%A1"),
        ("/zh-hans/search/", "/en/search/"),
    ],
)
def test_the_language_switcher_works_everywhere(
    zh: Tree, en: Tree, client: Client, address: str, english: str
) -> None:
    assert _switches(client, address)["en"] == english


def test_the_switcher_leads_home_where_a_page_is_not_translated(zh: Tree, en: Tree, client: Client) -> None:
    page = standard_page(zh.home, "只有中文")
    assert _switches(client, page.url) == {"zh-Hans": page.url, "en": "/en/"}


def test_search_engines_are_told_of_translations_and_of_no_placeholder(
    zh: Tree, en: Tree, client: Client
) -> None:
    translated, alone = article(zh.news, "座谈会"), article(zh.news, "只有中文")
    english = translate(translated, en.locale, slug="symposium")
    alone.copy_for_translation(en.locale, alias=True)
    assert _alternates(client, english) == {
        "zh-Hans": translated.full_url,
        "x-default": translated.full_url,
        "en": english.full_url,
    }
    assert "en" not in _alternates(client, alone)


def _alternates(client: Client, page: Page) -> dict[str, str]:
    links = reading.page(client, page.url).select("head link[rel=alternate][hreflang]")
    return {str(link["hreflang"]): str(link["href"]) for link in links}


def test_a_changed_original_can_be_translated_again(zh: Tree, en: Tree) -> None:
    page = article(zh.news, "座谈会")
    translate(page, en.locale, title="Symposium", slug="symposium")
    page.title = "第二次座谈会"
    page.save_revision().publish()
    again = translate(page, en.locale, title="The second symposium", slug="symposium")
    assert again.title == "The second symposium"
    assert again.slug == "symposium"
    assert ArticlePage.objects.filter(locale=en.locale).count() == 1
