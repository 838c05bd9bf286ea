"""A translator for English edits every English page, and no other; and publishes only when allowed."""

import json
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, Page

from home.models import HomePage
from news.models import ArticlePage
from newsroom.models import Role, RoleKey
from tests.conftest import Tree
from tests.factories import article, standard_page
from tests.newsroom.people import browser, member
from tests.newsroom.translators.segments import into, save_segment, saved
from tests.reading import page as soup

pytestmark = pytest.mark.django_db


def _edit(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def _refused(response: Any) -> bool:
    """Wagtail leads somebody without the permission to the home page of the editors' interface."""
    return response.status_code == 403 or (
        response.status_code == 302 and response["Location"] == reverse("wagtailadmin_home")
    )


def tick(name: str) -> None:
    """Allow the translators for English something, as the group's form does."""
    Role.objects.of(RoleKey.TRANSLATOR, "en").get().group.permissions.add(
        Permission.objects.get(content_type__app_label="newsroom", codename=name)
    )


def _props(client: Client, page: Page) -> dict[str, Any]:
    editor = soup(client, _edit(page)).select_one("[data-props]")
    assert editor is not None
    return json.loads(str(editor["data-props"]))


def test_the_editor_of_an_english_page_opens_and_that_of_another_language_does_not(
    client: Client, original: ArticlePage, english: ArticlePage, japanese: ArticlePage
) -> None:
    assert client.get(_edit(english)).status_code == 200
    assert _refused(client.get(_edit(original)))
    assert _refused(client.get(_edit(japanese)))


def test_segments_of_the_own_language_are_saved_and_others_neither_saved_nor_told(
    client: Client, original: ArticlePage, english: ArticlePage, japanese: ArticlePage
) -> None:
    assert save_segment(client, into(original, "en"), "title", "A symposium").status_code == 200
    assert saved(into(original, "en"), "title") == "A symposium"
    answer = save_segment(client, into(original, "ja"), "title", "座談会", known="what I do not know")
    assert answer.status_code == 403
    assert saved(into(original, "ja"), "title") not in answer.content.decode()
    assert saved(into(original, "ja"), "title") != "座談会"


def test_sections_that_come_later_and_a_new_root_are_the_translators_too(
    client: Client, translator: Any, zh: Tree, en: Tree
) -> None:
    later = standard_page(en.home, title="Later")
    root = Page.get_first_root_node().add_child(instance=HomePage(title="New", slug="new", locale=en.locale))
    below = standard_page(root, title="Below")
    branch = zh.news.add_child(instance=ArticlePage(title="Branch", slug="branch", locale=en.locale))
    moved = standard_page(en.home, title="Moved")
    for page in (later, root, below, branch):
        assert client.get(_edit(page)).status_code == 200, page
    moved.move(Page.get_first_root_node(), "last-child")
    assert client.get(_edit(moved)).status_code == 200


def test_a_page_of_another_language_in_the_english_tree_is_not_the_translators(
    client: Client, translator: Any, zh: Tree, en: Tree
) -> None:
    stray = article(en.news, "走错的", locale=zh.locale)
    assert stray.locale == zh.locale
    assert _refused(client.get(_edit(stray)))
    assert not stray.permissions_for_user(translator).can_edit()
    listed = client.get(reverse("wagtailadmin_explore", args=[en.news.pk])).content.decode()
    assert "走错的" not in listed


def test_the_list_of_pages_holds_the_own_language_only(
    client: Client, original: ArticlePage, english: ArticlePage, japanese: ArticlePage
) -> None:
    home = reverse("wagtailadmin_explore", args=[english.get_parent().pk])
    assert english.title in client.get(home).content.decode()
    for page in (english.get_parent(), original.get_parent()):
        query = {"child_of": str(page.pk), "for_explorer": "1"}
        items = client.get("/admin/api/main/pages/", query).json().get("items", [])
        assert [item["id"] for item in items] == ([english.pk] if page.locale == english.locale else [])


@pytest.mark.parametrize("view", ["unpublish", "delete", "move", "copy", "set_privacy", "lock", "add_subpage"])
def test_without_being_allowed_a_translator_only_edits(
    client: Client, english: ArticlePage, en: Tree, view: str
) -> None:
    page = en.news if view == "add_subpage" else english
    assert _refused(client.post(reverse(f"wagtailadmin_pages:{view}", args=[page.pk])))
    english.refresh_from_db()
    assert english.live


def test_a_draft_is_neither_deleted_nor_moved_without_being_allowed(client: Client, en: Tree) -> None:
    draft = article(en.news, "A draft")
    draft.unpublish()
    assert _refused(client.post(reverse("wagtailadmin_pages:delete", args=[draft.pk])))
    assert _refused(client.get(reverse("wagtailadmin_pages:move", args=[draft.pk])))
    tick("arrange_translations")
    assert client.post(reverse("wagtailadmin_pages:delete", args=[draft.pk])).status_code == 302
    assert not Page.objects.filter(pk=draft.pk).exists()


@pytest.mark.parametrize("action", ["publish", "unpublish", "delete", "move"])
def test_many_pages_at_once_are_refused_as_one_is(client: Client, english: ArticlePage, action: str) -> None:
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    client.post(f"{address}?id={english.pk}", {"include_descendants": "", "chooser": english.pk})
    english.refresh_from_db()
    assert english.live


def test_publishing_a_translation_needs_the_tick_and_then_only_the_own_language_is_published(
    client: Client, original: ArticlePage, english: ArticlePage, japanese: ArticlePage
) -> None:
    save_segment(client, into(original, "en"), "title", "A symposium")
    assert _refused(client.post(_edit(english), {"action": "publish"}))
    assert not _props(client, english)["perms"]["canPublish"]
    english.refresh_from_db()
    assert english.title != "A symposium"
    tick("publish_translations")
    assert _props(client, english)["perms"]["canPublish"]
    translator = Role.objects.of(RoleKey.TRANSLATOR, "en").get().group.user_set.get()
    assert english.permissions_for_user(translator).can_unpublish()
    for other in (original, japanese):
        permissions = other.permissions_for_user(translator)
        assert not permissions.can_publish()
        assert not permissions.can_edit()


def test_the_tick_stands_in_the_form_of_the_group_in_words(admin: Client, en: Tree) -> None:
    group = Role.objects.of(RoleKey.TRANSLATOR, "en").get().group
    form = soup(admin, reverse("wagtailusers_groups:edit", args=[group.pk])).get_text(" ")
    assert "Can publish and unpublish" in form
    assert "Can add, move and delete pages" in form
    assert "ranslations in the language of a group of translators" in form


def test_turning_a_translation_back_into_a_placeholder_is_publishing(
    client: Client, english: ArticlePage
) -> None:
    address = reverse("wagtail_localize:convert_to_alias", args=[english.pk])
    assert _refused(client.post(address))
    assert _props(client, english)["links"]["convertToAliasUrl"] is None
    english.refresh_from_db()
    assert english.alias_of_id is None


def test_a_translation_that_follows_its_original_is_cut_off_by_who_may_publish(
    client: Client, original: ArticlePage, english: ArticlePage
) -> None:
    stop = reverse("wagtail_localize:stop_translation", args=[into(original, "en").pk])
    assert _refused(client.post(stop))
    assert _props(client, english)["links"]["stopTranslationUrl"] is None
    assert into(original, "en").enabled
    tick("publish_translations")
    assert _props(client, english)["links"]["stopTranslationUrl"] == stop
    client.post(stop)
    assert not into(original, "en").enabled


def test_somebody_in_two_roles_may_do_what_either_allows(
    translator: Any, original: ArticlePage, english: ArticlePage
) -> None:
    Role.objects.of(RoleKey.PUBLISHER).get().group.user_set.add(translator)
    fresh = type(translator).objects.get(pk=translator.pk)
    for page in (original, english):
        assert page.permissions_for_user(fresh).can_publish()
        assert page.permissions_for_user(fresh).can_delete()


def test_what_a_role_was_given_of_the_tree_is_asked_in_few_queries(
    translator: Any, english: ArticlePage, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(4):
        for _ in range(5):
            assert english.permissions_for_user(translator).can_edit()


@pytest.fixture
def admin(translator: Any) -> Client:
    """A browser in which an administrator of the site is logged in."""
    return browser(member(RoleKey.ADMINISTRATOR))


def test_a_language_that_is_gone_leaves_its_translators_nothing(
    translator: Any, english: ArticlePage, ja: Locale
) -> None:
    Role.objects.of(RoleKey.TRANSLATOR, "en").update(language_code="fr")
    assert not english.permissions_for_user(translator).can_edit()
