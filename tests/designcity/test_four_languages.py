"""The public site in four languages, one of them written from right to left."""

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.test import Client, RequestFactory
from django.utils import translation
from django.utils.translation import gettext, pgettext
from pytest_django.fixtures import Settings

from designcity.errors import refused, server_error
from designcity.languages import direction, language_attributes, name_in_words, own_name
from designcity.settings import languages
from news.models import ArticlePage
from tests.conftest import Tree
from tests.factories import article
from tests.four_languages import ARABIC, JAPANESE, offer, tree_in
from tests.reading import one
from tests.reading import page as soup
from tests.translating import translate

CODES = {"zh-hans": ("zh-Hans", "ltr"), "en": ("en", "ltr"), "ja": ("ja", "ltr"), "ar": ("ar", "rtl")}


@pytest.fixture
def trees(zh: Tree, en: Tree, settings: Settings) -> dict[str, Tree]:
    """The trees of all four languages by their codes."""
    offer(settings, "ja", "ar")
    return {"zh-hans": zh, "en": en, "ja": tree_in(zh, JAPANESE), "ar": tree_in(zh, ARABIC)}


@pytest.fixture
def versions(trees: dict[str, Tree]) -> dict[str, ArticlePage]:
    """An article in all four languages, by their codes."""
    original = article(trees["zh-hans"].news, "座谈会召开")
    titles = {"en": "A symposium", "ja": "座談会を開催", "ar": "انعقاد الندوة"}
    made = {code: translate(original, trees[code].locale, title=title) for code, title in titles.items()}
    return {"zh-hans": original, **made}


def _spoken(page: BeautifulSoup) -> tuple[str, str]:
    html = one(page, "html")
    return str(html["lang"]), str(html["dir"])


@pytest.mark.django_db
@pytest.mark.parametrize("code", CODES)
def test_a_page_says_its_language_and_its_direction_and_leads_to_all_others(
    versions: dict[str, ArticlePage], client: Client, code: str
) -> None:
    page = soup(client, versions[code].url)
    assert _spoken(page) == CODES[code]
    alternates = {link["hreflang"]: str(link["href"]) for link in page.select("link[rel=alternate][hreflang]")}
    assert alternates.pop("x-default") == versions["zh-hans"].full_url
    assert alternates == {CODES[key][0]: version.full_url for key, version in versions.items()}
    switcher = page.select(".languages a")
    assert [link.get_text() for link in switcher] == ["简体中文", "English", "日本語", "العربيّة"]
    assert [(link["lang"], link["dir"]) for link in switcher] == list(CODES.values())
    assert [link["href"] for link in switcher] == [version.url for version in versions.values()]
    assert [link["hreflang"] for link in switcher if link.get("aria-current")] == [CODES[code][0]]


@pytest.mark.django_db
def test_a_placeholder_shows_the_original_in_its_own_direction(trees: dict[str, Tree], client: Client) -> None:
    original = article(trees["zh-hans"].news, "还没有翻译")
    placeholder = original.copy_for_translation(trees["ar"].locale, alias=True)
    page = soup(client, placeholder.url)
    assert _spoken(page) == CODES["ar"]
    shown = page.select_one("main > div")
    assert shown is not None
    assert (shown["lang"], shown["dir"]) == ("zh-Hans", "ltr")


@pytest.mark.django_db
def test_results_of_another_language_have_its_direction(
    versions: dict[str, ArticlePage], client: Client, settings: Settings
) -> None:
    settings.ELASTICSEARCH_URL = ""
    call_command("search", "update")
    page = soup(client, "/en/search/", q="الندوة")
    title = page.select_one(".elsewhere .hit__title")
    assert title is not None
    assert (title["lang"], title["dir"]) == ("ar", "rtl")
    field = page.select_one("#search-form-field")
    assert field is not None
    assert field["dir"] == "auto"


@pytest.mark.django_db
def test_error_pages_have_the_direction_too(trees: dict[str, Tree], client: Client, rf: RequestFactory) -> None:
    assert '<html lang="ar" dir="rtl">' in client.get("/ar/nowhere/").content.decode()
    assert '<html lang="ar" dir="rtl">' in server_error(rf.get("/ar/news/")).content.decode()
    with translation.override("ar"):
        assert '<html lang="ar" dir="rtl">' in refused(rf.get("/ar/"), "x", 403).content.decode()


@pytest.mark.django_db
def test_dates_are_written_in_the_language(versions: dict[str, ArticlePage], client: Client) -> None:
    written = {
        code: soup(client, page.url).select_one(".article__facts time") for code, page in versions.items()
    }
    words = {code: time.get_text() for code, time in written.items() if time is not None}
    assert len(set(words.values())) >= 3
    assert "年" in words["ja"]
    assert any("\u0600" <= char <= "\u06ff" for char in words["ar"])


@pytest.mark.django_db
def test_feeds_and_structured_data_name_the_language(versions: dict[str, ArticlePage], client: Client) -> None:
    feed = client.get(f"{versions['ar'].get_parent().url}feed/").content.decode()
    assert 'xml:lang="ar"' in feed
    assert "انعقاد الندوة" in feed
    assert '"inLanguage": "ja"' in client.get(versions["ja"].url).content.decode().replace('":"', '": "')


@pytest.mark.django_db
def test_the_sitemap_has_every_language_and_no_placeholder(
    versions: dict[str, ArticlePage], trees: dict[str, Tree], client: Client
) -> None:
    original = article(trees["zh-hans"].news, "还没有翻译")
    placeholder = original.copy_for_translation(trees["ja"].locale, alias=True)
    listed = client.get("/sitemap.xml").content.decode()
    for page in (*versions.values(), original):
        assert f"<loc>{page.full_url}</loc>" in listed
    assert placeholder.full_url not in listed


def test_words_that_a_language_lacks_are_english_and_those_that_django_has_its_own() -> None:
    english = "This page has not been translated yet."
    for code, words in {"ja": english, "fr": english, "ar": f"\u2066{english}\u2069"}.items():
        with translation.override(code):
            assert gettext(english) == words
            assert pgettext("of an article", "Source").strip("\u2066\u2069") == "Source"
            assert gettext("January") != "January"
    with translation.override("zh-hans"):
        assert gettext("This page has not been translated yet.") != "This page has not been translated yet."


def test_a_language_is_known_by_its_names_and_one_that_nobody_knows_by_its_code() -> None:
    assert own_name("ja") == "日本語"
    assert own_name("xx") == "xx"
    with translation.override("en"):
        assert name_in_words("ar") == "Arabic"
        assert name_in_words("pt-pt-x") == "Portuguese"
    assert [direction(code) for code in ("ar", "fa", "he", "ja", "xx")] == ["rtl", "rtl", "rtl", "ltr", "ltr"]
    assert language_attributes("zh-hant") == 'lang="zh-Hant" dir="ltr"'


def test_the_setting_is_read_with_care() -> None:
    assert languages.read(" zh-hans, EN ,ja,ja") == ["zh-hans", "en", "ja"]
    with translation.override("en"):
        assert [str(name) for _code, name in languages.named(["zh-hans", "ja", "xx"])] == [
            "Simplified Chinese",
            "Japanese",
            "xx",
        ]
    for wrong in ("zh_hans,en", "zh-hans;en", ","):
        with pytest.raises(languages.ImproperlyConfigured, match="LANGUAGES_OFFERED"):
            languages.read(wrong)
