"""The roles that come with the site: what each may do, and that this stays right."""

from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings
from wagtail.models import GroupPagePermission, Locale, Page, Workflow

from newsroom.models import Role, RoleKey
from newsroom.roles.granting import give
from newsroom.roles.making import make_role, make_roles, make_workflow
from newsroom.roles.names import group_name
from newsroom.roles.signals import _complete
from newsroom.roles.tidying import remove_defaults
from tests.conftest import Tree
from tests.factories import article
from tests.newsroom.people import member

pytestmark = pytest.mark.django_db


def _may(user: Any, page: Page, what: str) -> bool:
    return bool(getattr(page.permissions_for_user(user), f"can_{what}")())


def test_a_new_site_has_every_role_in_the_language_it_is_written_in() -> None:
    make_roles(apps)
    names = {role.key + role.language_code: role.group.name for role in Role.objects.select_related("group")}
    assert names == {
        "writer": "撰稿人",
        "editor": "编辑",
        "publisher": "发布人",
        "rights_officer": "权利专员",
        "administrator": "管理员",
        "translatoren": "英文译者",
    }


@pytest.mark.parametrize(
    ("source", "key", "language", "name"),
    [
        ("zh-hans", RoleKey.TRANSLATOR, "ja", "日文译者"),
        ("zh-hans", RoleKey.TRANSLATOR, "zh-hant", "繁体中文译者"),
        ("zh-hans", RoleKey.TRANSLATOR, "x-klingon", "x-klingon译者"),
        ("en", RoleKey.EDITOR, "", "Editors"),
        ("en", RoleKey.TRANSLATOR, "fr", "French translators"),
    ],
)
def test_groups_are_named_in_the_source_language(
    settings: Settings, source: str, key: RoleKey, language: str, name: str
) -> None:
    settings.LANGUAGE_CODE = source
    assert group_name(key, language) == name


def test_wagtails_own_groups_and_workflow_are_gone() -> None:
    assert not Group.objects.filter(name__in=["Editors", "Moderators"]).exists()
    assert not Workflow.objects.filter(name="Moderators approval").exists()


def test_a_default_group_with_people_in_it_stays() -> None:
    kept = Group.objects.create(name="Moderators")
    kept.user_set.add(get_user_model().objects.create_user("moderator"))
    Group.objects.create(name="Editors")
    remove_defaults(apps)
    assert set(Group.objects.filter(name__in=["Editors", "Moderators"])) == {kept}


def test_a_group_of_somebody_elses_by_the_same_name_is_left_alone() -> None:
    Role.objects.all().delete()
    Group.objects.all().delete()
    other = Group.objects.create(name="编辑")
    role = make_role(apps, RoleKey.EDITOR)
    assert role.group != other
    assert role.group.name == "编辑 2"


@pytest.mark.parametrize(
    ("key", "language", "in_chinese", "in_english"),
    [
        (RoleKey.WRITER, "", (False, False), (False, False)),
        (RoleKey.EDITOR, "", (True, False), (True, False)),
        (RoleKey.PUBLISHER, "", (True, True), (True, True)),
        (RoleKey.TRANSLATOR, "en", (False, False), (True, False)),
        (RoleKey.RIGHTS_OFFICER, "", (False, False), (False, False)),
        (RoleKey.ADMINISTRATOR, "", (True, True), (True, True)),
    ],
)
def test_who_changes_and_who_publishes_somebody_elses_page(
    zh: Tree, en: Tree, key: RoleKey, language: str, in_chinese: tuple, in_english: tuple
) -> None:
    user = member(key, language)
    for page, expected in ((article(zh.news), in_chinese), (article(en.news), in_english)):
        assert (_may(user, page, "edit"), _may(user, page, "publish")) == expected


def test_a_writer_changes_only_what_is_hers_and_only_in_the_source_language(zh: Tree, en: Tree) -> None:
    writer = member(RoleKey.WRITER)
    assert _may(writer, zh.news, "add_subpage")
    assert not _may(writer, en.news, "add_subpage")
    assert _may(writer, article(zh.news, "自己的", owner=writer), "edit")
    assert not _may(writer, article(zh.news, "别人的"), "edit")


@pytest.mark.parametrize(
    ("key", "language", "allowed", "refused"),
    [
        (RoleKey.WRITER, "", "news.view_category", "news.change_category"),
        (RoleKey.EDITOR, "", "campaigns.change_action", "designcity.change_sitetexts"),
        (RoleKey.PUBLISHER, "", "designcity.change_sitetexts", "auth.change_user"),
        (RoleKey.TRANSLATOR, "en", "wagtail_localize.submit_translation", "search.view_synonymgroup"),
        (RoleKey.RIGHTS_OFFICER, "", "wagtailadmin.access_admin", "newsroom.view_bundle"),
        (RoleKey.ADMINISTRATOR, "", "auth.change_user", "sessions.delete_session"),
    ],
)
def test_what_a_role_may_do_with_records(key: RoleKey, language: str, allowed: str, refused: str) -> None:
    user = member(key, language)
    assert user.has_perm(allowed)
    assert not user.has_perm(refused)


@pytest.mark.parametrize("key", RoleKey)
def test_everybody_enters_the_editors_interface_and_chooses_pictures(key: RoleKey) -> None:
    user = member(key, "en" if key == RoleKey.TRANSLATOR else "")
    assert user.has_perm("wagtailadmin.access_admin")
    chosen = user.groups.get().collection_permissions.values_list("permission__codename", flat=True)
    assert {"choose_image", "choose_document"} <= set(chosen)


def test_what_an_administrator_takes_back_is_not_given_again() -> None:
    make_roles(apps)
    _complete()
    group = Role.objects.of(RoleKey.EDITOR).get().group
    group.permissions.remove(Permission.objects.get(codename="add_bundle"))
    GroupPagePermission.objects.filter(group=group, permission__codename="lock_page").delete()
    _complete()
    assert not group.permissions.filter(codename="add_bundle").exists()
    assert not GroupPagePermission.objects.filter(group=group, permission__codename="lock_page").exists()


def test_a_group_that_was_deleted_is_not_made_again() -> None:
    make_roles(apps)
    Role.objects.of(RoleKey.RIGHTS_OFFICER).get().group.delete()
    _complete()
    assert not Role.objects.of(RoleKey.RIGHTS_OFFICER).exists()


def test_a_permission_that_comes_later_is_given_then() -> None:
    make_roles(apps)
    permission = Permission.objects.get(content_type__app_label="news", codename="change_tag")
    content_type = permission.content_type
    permission.delete()
    role = Role.objects.of(RoleKey.EDITOR).get()
    Role.objects.update(given=[])
    give(apps)
    assert not role.group.permissions.filter(codename="change_tag").exists()
    Permission.objects.create(content_type=content_type, codename="change_tag", name="Can change tag")
    give(apps)
    assert role.group.permissions.filter(codename="change_tag").exists()


def test_a_new_language_gets_its_translators_and_they_its_home_page(zh: Tree) -> None:
    make_roles(apps)
    locale = Locale.objects.create(language_code="fr")
    translator = member(RoleKey.TRANSLATOR, "fr")
    home = zh.home.copy_for_translation(locale)
    assert _may(translator, home, "edit")
    assert not _may(translator, zh.home, "edit")


def test_completing_the_roles_again_costs_no_more_for_what_was_given(
    zh: Tree, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    make_roles(apps)
    give(apps)
    with django_assert_max_num_queries(20):
        give(apps)


def test_a_site_with_a_workflow_of_its_own_keeps_it() -> None:
    count = Workflow.objects.count()
    make_workflow(apps)
    make_workflow(apps)
    assert Workflow.objects.count() - count <= 1


def test_without_roles_nothing_is_made_after_a_migration() -> None:
    Role.objects.all().delete()
    _complete()
    assert not Role.objects.exists()
