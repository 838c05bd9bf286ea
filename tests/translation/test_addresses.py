"""A translation's address comes from its title; an address that changes leaves a redirect in each language."""

from typing import Any

import pytest
from django.test import Client, TestCase
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page
from wagtail_localize.models import LocaleSynchronization, StringTranslation, Translation
from wagtail_localize.operations import translate_object

from news.models import ArticlePage
from tests.conftest import Tree
from tests.factories import administrator, article, standard_page
from tests.translating import translate
from translating.addresses.filling import BY_ITSELF

pytestmark = pytest.mark.django_db


@pytest.fixture
def symposium(zh: Tree, en: Tree) -> ArticlePage:
    """A Chinese article that was submitted for translation into English."""
    LocaleSynchronization.objects.create(locale=en.locale, sync_from=zh.locale)
    page = article(zh.news, "座谈会")
    translate_object(page, [en.locale])
    return page


def _type(page: Page, path: str, words: str) -> None:
    """Save a segment of the translation, as its editor does."""
    translation = Translation.objects.get(source__object_id=page.translation_key)
    segment = translation.source.stringsegment_set.get(context__path=path)
    StringTranslation.objects.update_or_create(
        translation_of=segment.string,
        context=segment.context,
        locale=translation.target_locale,
        defaults={"data": words, "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL},
    )


def _publish(page: Page) -> Page:
    with TestCase.captureOnCommitCallbacks(execute=True):
        Translation.objects.get(source__object_id=page.translation_key).save_target()
    return _english(page)


def _english(page: Page) -> Page:
    return Page.objects.get(translation_key=page.translation_key, locale__language_code="en")


def test_a_chinese_page_has_its_address_in_pinyin(symposium: ArticlePage) -> None:
    assert symposium.slug == "zuo-tan-hui"


def test_the_translated_title_makes_the_address(symposium: ArticlePage) -> None:
    _type(symposium, "title", "Symposium &amp; fair")
    _type(symposium, "title", "Symposium")
    made = StringTranslation.objects.get(context__path="slug")
    assert (made.data, made.translation_type) == ("symposium", BY_ITSELF)
    assert _publish(symposium).slug == "symposium"


def test_what_the_translator_gives_stays(symposium: ArticlePage) -> None:
    _type(symposium, "title", "Symposium")
    _type(symposium, "slug", "talks")
    _type(symposium, "title", "The symposium")
    assert _publish(symposium).slug == "talks"


@pytest.mark.parametrize("title", ["City of Design", ""])
def test_a_home_page_keeps_its_place_when_it_is_translated(title: str, zh: Tree) -> None:
    ja, _created = Locale.objects.get_or_create(language_code="ja")
    placeholder = zh.home.copy_for_translation(ja, alias=True)
    translate_object(zh.home, [ja])
    if title:
        _type(zh.home, "title", title)
    with TestCase.captureOnCommitCallbacks(execute=True):
        Translation.objects.get(source__object_id=zh.home.translation_key).save_target()
    translated = Page.objects.get(pk=placeholder.pk)
    assert not translated.alias_of_id
    assert translated.url_path == placeholder.url_path


def test_two_pages_of_one_title_get_two_addresses(symposium: ArticlePage, zh: Tree, en: Tree) -> None:
    other = article(zh.news, "研讨会")
    translate_object(other, [en.locale])
    for page in (symposium, other):
        _type(page, "title", "Symposium")
    assert [_publish(page).slug for page in (symposium, other)] == ["symposium", "symposium-2"]


def test_the_address_that_readers_have_stays_when_the_original_gets_another(symposium: ArticlePage) -> None:
    _type(symposium, "title", "Symposium")
    _publish(symposium)
    symposium.slug = "lao-zuo-tan-hui"
    symposium.save_revision().publish()
    translation = Translation.objects.get()
    translation.source.update_from_db()
    wanted, done = translation.get_progress()
    assert wanted == done
    _type(symposium, "title", "A better title")
    assert _publish(symposium).slug == "symposium"


def test_the_editor_may_type_over_what_was_made_by_itself(symposium: ArticlePage, client: Client) -> None:
    client.force_login(administrator())
    _type(symposium, "title", "Symposium")
    translation = Translation.objects.get()
    segment = translation.source.stringsegment_set.get(context__path="slug")
    address = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])
    response = client.put(address, "value=talks&known=", content_type="application/x-www-form-urlencoded")
    assert response.status_code == 200
    assert _publish(symposium).slug == "talks"


def _slug(page: Any, slug: str) -> None:
    with TestCase.captureOnCommitCallbacks(execute=True):
        page.slug = slug
        page.save_revision().publish()


def _leads(client: Client, address: str) -> str:
    """Return where a reader ends; fails when the way is a loop or leads nowhere."""
    response = client.get(address, follow=True)
    assert response.status_code == 200
    return str(response.redirect_chain[-1][0]) if response.redirect_chain else address


def test_the_address_of_a_placeholder_leads_to_the_translation(symposium: ArticlePage, client: Client) -> None:
    before = _english(symposium).url
    _type(symposium, "title", "Symposium")
    english = _publish(symposium)
    assert before == "/en/news/zuo-tan-hui/"
    assert _leads(client, before) == english.url == "/en/news/symposium/"


def test_a_changed_address_of_a_translation_leaves_a_redirect(symposium: ArticlePage, client: Client) -> None:
    _type(symposium, "title", "Symposium")
    _publish(symposium)
    _type(symposium, "slug", "talks")
    _publish(symposium)
    assert _leads(client, "/en/news/symposium/") == "/en/news/talks/"
    assert _leads(client, symposium.url) == symposium.url


def test_pages_below_a_page_whose_address_changes_are_found_in_each_language(
    zh: Tree, en: Tree, client: Client
) -> None:
    above = standard_page(zh.home, "关于")
    below = standard_page(above, "历史")
    english_above = translate(above, en.locale, title="About", slug="about")
    english = translate(below, en.locale, title="History", slug="history")
    _slug(Page.objects.get(pk=above.pk).specific, "wo-men")
    _slug(Page.objects.get(pk=english_above.pk).specific, "us")
    for page, before in ((below, below.url), (english, "/en/about/history/")):
        now = Page.objects.get(pk=page.pk).url
        assert now != before
        assert _leads(client, before) == now


def test_an_original_that_moves_takes_its_translation_along(zh: Tree, en: Tree, client: Client) -> None:
    old, new = standard_page(zh.home, "旧"), standard_page(zh.home, "新")
    page = standard_page(old, "页")
    for one, title in ((old, "Old"), (new, "New"), (page, "Page")):
        translate(one, en.locale, title=title, slug=title.lower())
    english = _english(page)
    waiting = standard_page(old, "未译")
    placeholder = waiting.copy_for_translation(en.locale, alias=True)
    client.force_login(administrator())
    for one in (page, waiting):
        client.post(reverse("wagtailadmin_pages:move_confirm", args=[one.pk, new.pk]))
    assert Page.objects.get(pk=english.pk).url == "/en/new/page/"
    assert Page.objects.get(pk=placeholder.pk).url == "/en/new/wei-yi/"
    assert _leads(client, "/en/old/page/") == "/en/new/page/"
    assert _leads(client, page.url) == Page.objects.get(pk=page.pk).url


def test_an_address_that_is_taken_back_is_no_loop(zh: Tree, client: Client) -> None:
    page = standard_page(zh.home, "甲", slug="a")
    first = page.url
    _slug(page, "b")
    second = page.url
    _slug(page, "a")
    assert _leads(client, second) == first
    assert not Redirect.objects.filter(old_path=Redirect.normalise_path(first)).exists()
    page.unpublish()
    assert client.get(first).status_code in {404, 410}
