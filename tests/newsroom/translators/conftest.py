"""A site in three languages, and a translator for English in it."""

from typing import Any

import pytest
from django.test import Client
from pytest_django.fixtures import Settings
from wagtail.models import Locale

from news.models import ArticlePage, Category
from newsroom.models import RoleKey
from tests.conftest import Tree
from tests.factories import article, category
from tests.newsroom.people import browser, member
from tests.translating import translate


@pytest.fixture
def ja(zh: Tree, settings: Settings) -> Locale:
    """Japanese, with a home page."""
    settings.LANGUAGES = [*settings.LANGUAGES, ("ja", "Japanese")]
    settings.WAGTAIL_CONTENT_LANGUAGES = settings.LANGUAGES
    locale = Locale.objects.create(language_code="ja")
    zh.home.copy_for_translation(locale).save_revision().publish()
    return locale


@pytest.fixture
def original(zh: Tree, en: Tree, ja: Locale) -> ArticlePage:
    """A Chinese article that is translated into English and Japanese."""
    page = article(zh.news, "座谈会召开")
    translate(page, en.locale)
    translate(page, ja)
    return page


@pytest.fixture
def english(original: ArticlePage, en: Tree) -> ArticlePage:
    """Its English version."""
    return original.get_translation(en.locale)


@pytest.fixture
def japanese(original: ArticlePage, ja: Locale) -> ArticlePage:
    """Its Japanese version."""
    return original.get_translation(ja)


@pytest.fixture
def categories(zh: Tree, en: Tree, ja: Locale) -> dict[str, Category]:
    """A category in three languages, by their codes."""
    chinese = category("政策", locale=zh.locale)
    return {"zh-hans": chinese, "en": translate(chinese, en.locale), "ja": translate(chinese, ja)}


@pytest.fixture
def translator(en: Tree, ja: Locale) -> Any:
    """Somebody who translates into English."""
    return member(RoleKey.TRANSLATOR, "en")


@pytest.fixture
def client(translator: Any) -> Client:
    """A browser in which the translator is logged in."""
    return browser(translator)
