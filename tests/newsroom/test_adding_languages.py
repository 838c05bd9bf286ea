"""A language is added by a setting and a command: all that it needs, once, and nothing twice."""

from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from pytest_django.fixtures import Settings
from wagtail.models import Locale, Page
from wagtail_localize.models import LocaleSynchronization, Translation

from designcity.models import SiteTexts
from news.models import Category
from newsroom.languages import adding
from newsroom.models import Role, RoleKey
from tests.conftest import Tree
from tests.factories import article, category
from tests.four_languages import offer
from tests.newsroom.people import browser, member

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _without_elasticsearch(settings: Settings) -> None:
    settings.ELASTICSEARCH_URL = ""


def _add(code: str, **options: Any) -> str:
    said = StringIO()
    call_command("add_language", code, stdout=said, **options)
    return said.getvalue()


def _everything() -> tuple[int, ...]:
    counted = (Page, Locale, Role, Category, SiteTexts, Translation, LocaleSynchronization)
    return tuple(model._default_manager.count() for model in counted)


@pytest.fixture
def site(zh: Tree, en: Tree) -> Tree:
    """A site with an article, a category, and its texts."""
    article(zh.news, "座谈会召开")
    category("政策", locale=zh.locale)
    SiteTexts.objects.create(site_name="设计之都", locale=zh.locale)
    return zh


def test_a_language_gets_its_tree_translators_records_and_search(site: Tree, settings: Settings) -> None:
    offer(settings, "ja")
    said = _add("ja")
    locale = Locale.objects.get(language_code="ja")
    originals = Page.objects.filter(locale=site.locale, depth__gt=1)
    placeholders = Page.objects.filter(locale=locale)
    assert {page.translation_key for page in placeholders} == {page.translation_key for page in originals}
    assert all(page.alias_of_id for page in placeholders)
    assert LocaleSynchronization.objects.get(locale=locale).sync_from == site.locale
    assert Category.objects.get(locale=locale).name == "政策"
    assert SiteTexts.objects.get(locale=locale).site_name == "设计之都"
    assert Role.objects.of(RoleKey.TRANSLATOR, "ja").get().group.name == "日文译者"
    assert "日本語 (ja)" in said
    assert "5 pages got a placeholder" in said
    assert "readers see English" in said


def test_giving_the_command_again_changes_nothing(site: Tree, settings: Settings) -> None:
    offer(settings, "ja")
    _add("ja")
    before = _everything()
    assert "0 pages got a placeholder" in _add("ja")
    assert _everything() == before


def test_its_translators_translate_what_was_made_and_nothing_else(site: Tree, settings: Settings) -> None:
    offer(settings, "ja")
    _add("ja")
    client: Client = browser(member(RoleKey.TRANSLATOR, "ja"))
    placeholder = Page.objects.get(locale__language_code="ja", title="座谈会召开")
    assert client.get(f"/admin/pages/{placeholder.pk}/edit/").status_code == 200
    assert client.get(f"/admin/pages/{placeholder.alias_of_id}/edit/").status_code == 302


def test_what_is_published_later_gets_its_placeholder_by_itself(site: Tree, settings: Settings) -> None:
    offer(settings, "ja")
    _add("ja")
    later = article(site.news, "后来的")
    assert adding.pages_without_placeholder(Locale.objects.get(language_code="ja")) == 1
    adding.make_placeholders.call("ja")
    assert later.get_translation(Locale.objects.get(language_code="ja")).alias_of_id == later.pk


def test_a_large_tree_is_copied_in_the_background(
    site: Tree, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsroom.management.commands.add_language.MOST_AT_ONCE", 2)
    offer(settings, "ja", "ar")
    assert "in the background" in _add("ja")
    assert "pages got a placeholder" in _add("ar", wait=True)
    for code in ("ja", "ar"):
        assert Page.objects.filter(locale__language_code=code).count() == 5


def test_a_language_must_be_offered_and_another_than_the_source(site: Tree) -> None:
    with pytest.raises(CommandError, match="LANGUAGES_OFFERED=zh-hans,en,ja"):
        _add("ja")
    with pytest.raises(CommandError, match="source language"):
        _add("zh-hans")
    assert not Locale.objects.filter(language_code="ja").exists()


def test_the_database_finds_what_is_translated(site: Tree, settings: Settings) -> None:
    offer(settings, "ja")
    _add("ja")
    page = Page.objects.get(locale__language_code="ja", title="座谈会召开").specific
    page.alias_of = None
    page.title = "座談会が開かれた"
    page.save()
    page.save_revision().publish()
    call_command("search", "update", stdout=StringIO())
    assert "<mark>座談会</mark>が開かれた" in Client().get("/ja/search/", {"q": "座談会"}).content.decode()
