"""A page that moves takes its versions in the other languages along, one or many; or nothing moves.

A page that is deleted takes its placeholders along.
"""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from newsroom.models import RoleKey
from tests.conftest import Tree
from tests.factories import standard_page
from tests.newsroom.people import browser, member, said
from tests.newsroom.translators.test_pages import tick
from tests.translating import translate

pytestmark = pytest.mark.django_db


@pytest.fixture
def new(zh: Tree, en: Tree) -> Page:
    """A page to which others are moved, in both languages."""
    page = standard_page(zh.home, "新")
    translate(page, en.locale, title="New", slug="new")
    return page


@pytest.fixture
def pages(new: Page, zh: Tree, en: Tree) -> list[Page]:
    """A page with a translation and one with a placeholder, below the same page."""
    old = standard_page(zh.home, "旧")
    translate(old, en.locale, title="Old", slug="old")
    translated, waiting = standard_page(old, "页"), standard_page(old, "未译")
    translate(translated, en.locale, title="Page", slug="page")
    waiting.copy_for_translation(en.locale, alias=True)
    return [translated, waiting]


def _allow() -> None:
    """Let translators into English move what readers see."""
    tick("arrange_translations")
    tick("publish_translations")


def _move(client: Client, pages: list[Page], destination: Page) -> Any:
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"])
    query = "&".join(f"id={page.pk}" for page in pages)
    return client.post(f"{address}?{query}", {"chooser": destination.pk})


def _address(page: Page, code: str) -> str:
    version = Page.objects.get(translation_key=page.translation_key, locale__language_code=code)
    return str(version.url)


def test_many_pages_that_move_at_once_take_their_versions_along(pages: list[Page], new: Page) -> None:
    _move(browser(member(RoleKey.ADMINISTRATOR)), pages, new)
    assert [_address(page, "zh-hans") for page in pages] == ["/zh-hans/xin/ye/", "/zh-hans/xin/wei-yi/"]
    assert [_address(page, "en") for page in pages] == ["/en/new/page/", "/en/new/wei-yi/"]


@pytest.mark.parametrize("is_one", [True, False])
def test_nothing_moves_where_the_place_of_a_version_is_taken(
    pages: list[Page], new: Page, en: Tree, is_one: bool
) -> None:
    standard_page(new.get_translation(en.locale), "Another", slug="page")
    client, page = browser(member(RoleKey.ADMINISTRATOR)), pages[0]
    if is_one:
        answer = client.post(reverse("wagtailadmin_pages:move_confirm", args=[page.pk, new.pk]))
    else:
        answer = _move(client, pages, new)
    assert any("“Page” (English) moves along" in one and "“page”" in one for one in said(answer))
    assert [_address(page, code) for code in ("zh-hans", "en")] == ["/zh-hans/jiu/ye/", "/en/old/page/"]


@pytest.mark.parametrize("is_one", [True, False])
def test_who_may_not_move_the_original_does_not_tear_its_translation_away(
    pages: list[Page], new: Page, en: Tree, is_one: bool
) -> None:
    client = browser(member(RoleKey.TRANSLATOR, "en"))
    _allow()
    english, place = pages[0].get_translation(en.locale), new.get_translation(en.locale)
    if is_one:
        answer = client.post(reverse("wagtailadmin_pages:move_confirm", args=[english.pk, place.pk]))
    else:
        answer = _move(client, [english], place)
    assert any("“页”" in one and "you may not move it" in one for one in said(answer))
    assert [_address(english, code) for code in ("zh-hans", "en")] == ["/zh-hans/jiu/ye/", "/en/old/page/"]


def test_a_translator_who_may_moves_what_has_no_original(new: Page, en: Tree) -> None:
    client = browser(member(RoleKey.TRANSLATOR, "en"))
    _allow()
    own, place = standard_page(en.home, "Own"), new.get_translation(en.locale)
    client.post(reverse("wagtailadmin_pages:move_confirm", args=[own.pk, place.pk]))
    assert Page.objects.get(pk=own.pk).url == "/en/new/own/"


def test_the_placeholder_of_a_draft_moves_with_it_whoever_moves_it(new: Page, zh: Tree, en: Tree) -> None:
    writer = member(RoleKey.WRITER)
    draft = standard_page(zh.home, "草稿", owner=writer)
    draft.unpublish()
    placeholder = draft.copy_for_translation(en.locale, alias=True)
    browser(writer).post(reverse("wagtailadmin_pages:move_confirm", args=[draft.pk, new.pk]))
    assert Page.objects.get(pk=draft.pk).get_parent().pk == new.pk
    assert Page.objects.get(pk=placeholder.pk).get_parent() == new.get_translation(en.locale).page_ptr


def test_pages_of_one_kind_that_stand_apart_are_left_where_they_are(new: Page, zh: Tree, en: Tree) -> None:
    original = standard_page(zh.home, "远")
    translate(original, en.locale, title="Far", slug="far")
    far = original.get_translation(en.locale)
    far.move(new.get_translation(en.locale), pos="last-child")
    under = standard_page(zh.home, "别处")
    translate(under, en.locale, title="Elsewhere", slug="elsewhere")
    _move(browser(member(RoleKey.ADMINISTRATOR)), [original], under)
    assert _address(original, "zh-hans") == "/zh-hans/bie-chu/yuan/"
    assert _address(original, "en") == "/en/new/far/"


def test_a_page_that_is_deleted_takes_its_placeholder_along_and_leaves_its_translation(
    pages: list[Page], en: Tree
) -> None:
    client = browser(member(RoleKey.ADMINISTRATOR))
    for page in pages:
        client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    left = Page.objects.filter(translation_key__in=[page.translation_key for page in pages])
    assert [page.title for page in left] == ["Page"]


def test_a_section_and_many_pages_take_the_placeholders_along_too(pages: list[Page], en: Tree) -> None:
    translated, waiting = pages
    below = standard_page(waiting, "下")
    below.copy_for_translation(en.locale, copy_parents=True, alias=True)
    others = Page.objects.filter(
        locale=en.locale, translation_key__in=[waiting.translation_key, below.translation_key]
    )
    assert others.count() == 2
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    browser(member(RoleKey.ADMINISTRATOR)).post(f"{address}?id={translated.pk}&id={waiting.pk}")
    assert others.count() == 0
    assert [page.title for page in Page.objects.filter(translation_key=translated.translation_key)] == ["Page"]


def test_a_placeholder_with_translations_below_it_outlives_its_original(zh: Tree, en: Tree) -> None:
    above = standard_page(zh.home, "上")
    placeholder = above.copy_for_translation(en.locale, alias=True)
    standard_page(placeholder, "Below")
    browser(member(RoleKey.ADMINISTRATOR)).post(reverse("wagtailadmin_pages:delete", args=[above.pk]))
    assert not Page.objects.filter(pk=above.pk).exists()
    assert Page.objects.filter(pk=placeholder.pk).exists()
