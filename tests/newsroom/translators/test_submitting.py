"""Into which languages somebody may let things be translated, and what readers see of that."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale
from wagtail_localize.models import Translation, TranslationSource

from news.models import ArticlePage, Category
from newsroom.models import RoleKey
from tests.conftest import Tree
from tests.factories import article, category
from tests.newsroom.people import browser, member
from tests.newsroom.translators.segments import into, save_segment
from tests.newsroom.translators.test_pages import _edit, _refused, tick
from tests.reading import page as soup
from translating.sections.models import SectionJob

pytestmark = pytest.mark.django_db


@pytest.fixture
def placeholder(zh: Tree, en: Tree, ja: Locale) -> ArticlePage:
    """The English placeholder of a published article."""
    page = article(zh.news, "座谈会召开")
    page.copy_for_translation(ja, copy_parents=True, alias=True)
    return page.copy_for_translation(en.locale, alias=True)


def _submit(client: Client, page: Any, *locales: Locale) -> Any:
    address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    return client.post(address, {"locales": [locale.pk for locale in locales]})


def test_a_translator_submits_into_the_own_language_only(
    client: Client, placeholder: ArticlePage, en: Tree, ja: Locale
) -> None:
    page = placeholder.alias_of
    form = soup(client, reverse("wagtail_localize:submit_page_translation", args=[page.pk]))
    assert [box["value"] for box in form.select('input[name="locales"]')] == [str(en.locale.pk)]
    assert _submit(client, page, ja).status_code == 200
    assert not Translation.objects.exists()
    assert _submit(client, page, en.locale).status_code == 302
    assert Translation.objects.get().target_locale == en.locale
    assert _submit(client, page, en.locale).status_code == 302
    assert Translation.objects.count() == 1


def test_a_placeholder_stays_one_until_its_translation_is_published(
    client: Client, placeholder: ArticlePage, en: Tree
) -> None:
    _submit(client, placeholder.alias_of, en.locale)
    placeholder.refresh_from_db()
    assert placeholder.live
    assert placeholder.is_untranslated
    assert client.get(_edit(placeholder)).context["translation"] == into(placeholder, "en")
    assert save_segment(client, into(placeholder, "en"), "title", "A symposium").status_code == 201
    assert _refused(client.post(_edit(placeholder), {"action": "publish"}))
    tick("publish_translations")
    assert client.post(_edit(placeholder), {"action": "publish"}).status_code == 302
    placeholder = ArticlePage.objects.get(pk=placeholder.pk)
    assert placeholder.alias_of_id is None
    assert placeholder.title == "A symposium"


def test_what_a_publisher_submits_stays_a_placeholder_too(
    placeholder: ArticlePage, en: Tree, ja: Locale
) -> None:
    publisher = browser(member(RoleKey.PUBLISHER))
    assert _submit(publisher, placeholder.alias_of, en.locale, ja).status_code == 302
    assert Translation.objects.count() == 2
    placeholder.refresh_from_db()
    assert placeholder.is_untranslated


def test_a_page_that_stands_in_one_language_only_gets_a_placeholder(client: Client, zh: Tree, en: Tree) -> None:
    page = article(zh.news, "没有占位")
    _submit(client, page, en.locale)
    assert page.get_translation(en.locale).is_untranslated


def test_a_section_is_submitted_into_the_own_language_only(
    client: Client, placeholder: ArticlePage, zh: Tree, en: Tree, ja: Locale
) -> None:
    address = reverse("translating_section_start", args=[zh.news.pk])
    boxes = soup(client, address).select('input[name="locales"]')
    assert [box["value"] for box in boxes] == [str(en.locale.pk)]
    assert client.post(address, {"kind": "submit", "locales": [ja.pk]}).status_code == 200
    assert not SectionJob.objects.exists()


def test_making_a_live_placeholder_a_page_of_its_own_is_publishing(
    client: Client, placeholder: ArticlePage
) -> None:
    assert _refused(client.post(reverse("wagtailadmin_pages:convert_alias", args=[placeholder.pk])))
    placeholder.refresh_from_db()
    assert placeholder.alias_of_id


def test_a_record_is_online_once_it_is_submitted_and_so_needs_the_tick(
    client: Client, zh: Tree, en: Tree
) -> None:
    term = category("政策", locale=zh.locale)
    address = reverse("wagtail_localize:submit_snippet_translation", args=["news", "category", term.pk])
    assert _refused(client.post(address, {"locales": [en.locale.pk]}))
    tick("publish_translations")
    assert client.post(address, {"locales": [en.locale.pk]}).status_code == 302
    assert Category.objects.filter(locale=en.locale).exists()


def test_synchronising_publishes_nothing_for_who_may_not(
    client: Client, original: ArticlePage, english: ArticlePage, japanese: ArticlePage
) -> None:
    original.title = "座谈会改期"
    original.save_revision().publish()
    source = TranslationSource.objects.get_for_instance(original)
    address = reverse("wagtail_localize:update_translations", args=[source.pk])
    assert not soup(client, address).select('input[type="checkbox"][name="publish_translations"]')
    tick("publish_translations")
    assert client.post(address, {"publish_translations": "on"}).status_code == 302
    for page in (english, japanese):
        published_at = page.last_published_at
        page.refresh_from_db()
        assert page.last_published_at == published_at


def test_who_translates_into_none_of_its_languages_does_not_synchronise(
    original: ArticlePage, english: ArticlePage, ja: Locale
) -> None:
    into(original, "en").delete()
    source = TranslationSource.objects.get_for_instance(original)
    address = reverse("wagtail_localize:update_translations", args=[source.pk])
    assert _refused(browser(member(RoleKey.TRANSLATOR, "en")).get(address))
    assert browser(member(RoleKey.TRANSLATOR, "ja")).get(address).status_code == 200


def test_the_report_shows_the_own_language_and_is_not_there_for_others(
    client: Client, original: ArticlePage, english: ArticlePage
) -> None:
    report = reverse("wagtail_localize:translations_report")
    listed = client.get(report)
    assert {one.target_locale.language_code for one in listed.context["object_list"]} == {"en"}
    writer = browser(member(RoleKey.WRITER))
    assert _refused(writer.get(report))
    assert report not in writer.get(reverse("wagtailadmin_home")).content.decode()
    assert report in client.get(reverse("wagtailadmin_home")).content.decode()


def test_buttons_that_would_lead_to_a_refusal_are_left_out(
    client: Client, english: ArticlePage, ja: Locale, en: Tree
) -> None:
    article(en.news, "Only English")
    shown = client.get(reverse("wagtailadmin_explore", args=[en.news.pk])).content.decode()
    assert "Only English" in shown
    assert "/localize/submit/page/" not in shown
    publisher = browser(member(RoleKey.PUBLISHER))
    assert (
        "/localize/submit/page/"
        in publisher.get(reverse("wagtailadmin_explore", args=[en.news.pk])).content.decode()
    )
