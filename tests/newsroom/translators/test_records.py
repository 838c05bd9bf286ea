"""A translator edits the records of the own language; what readers see of them is for who may publish."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import TranslatableMixin
from wagtail.permissions import policy_registry
from wagtail.snippets.models import get_snippet_models

from designcity.snippets import TranslatedIndexView
from news.models import Category
from newsroom.models import RoleKey
from newsroom.roles.records import RecordsByLanguage
from tests.newsroom.people import browser, member, said
from tests.newsroom.translators.segments import into, save_segment, saved
from tests.newsroom.translators.test_pages import _refused, tick
from tests.reading import page as soup

pytestmark = pytest.mark.django_db
Categories = dict[str, Category]
RECORDS = [model for model in get_snippet_models() if issubclass(model, TranslatableMixin)]


def _address(name: str, category: Category | None = None) -> str:
    return reverse(f"wagtailsnippets_news_category:{name}", args=[category.pk] if category else [])


@pytest.mark.parametrize("model", RECORDS)
def test_every_translatable_record_is_guarded_by_its_language(model: Any) -> None:
    assert isinstance(policy_registry.get_by_type(model), RecordsByLanguage)
    assert issubclass(model.snippet_viewset.index_view_class, TranslatedIndexView)


def test_the_form_of_the_own_language_opens_and_no_other(client: Client, categories: Categories) -> None:
    assert client.get(_address("edit", categories["en"])).status_code == 200
    for code in ("zh-hans", "ja"):
        assert _refused(client.get(_address("edit", categories[code])))
        answer = client.post(_address("edit", categories[code]), {"name": "X", "slug": "x", "sort_order": "0"})
        assert _refused(answer)
        assert not Category.objects.filter(name="X").exists()


def test_segments_of_the_own_language_are_saved_and_no_other(client: Client, categories: Categories) -> None:
    chinese = categories["zh-hans"]
    assert save_segment(client, into(chinese, "en"), "name", "Policy").status_code == 200
    assert saved(into(chinese, "en"), "name") == "Policy"
    assert save_segment(client, into(chinese, "ja"), "name", "政策").status_code == 403


def test_words_reach_readers_only_when_the_translator_may_publish(
    client: Client, categories: Categories
) -> None:
    save_segment(client, into(categories["zh-hans"], "en"), "name", "Policy")
    assert _refused(client.post(_address("edit", categories["en"]), {"action": "publish"}))
    stop = reverse("wagtail_localize:stop_translation", args=[into(categories["zh-hans"], "en").pk])
    assert _refused(client.post(stop))
    assert not Category.objects.filter(name="Policy").exists()
    tick("publish_translations")
    client.post(_address("edit", categories["en"]), {"action": "publish"})
    assert Category.objects.get(name="Policy") == categories["en"]


def test_a_form_that_goes_online_as_it_is_saved_is_for_who_may_publish(
    client: Client, categories: Categories
) -> None:
    into(categories["zh-hans"], "en").delete()
    fields = {"name": "Policy", "slug": "policy", "sort_order": "0"}
    answer = client.post(_address("edit", categories["en"]), fields)
    assert answer["Location"] == _address("list")
    assert any("ask somebody who may publish" in one for one in said(answer))
    assert not Category.objects.filter(name="Policy").exists()
    tick("publish_translations")
    assert client.get(_address("edit", categories["en"])).status_code == 200


def test_an_editor_brings_a_record_online_as_before(categories: Categories) -> None:
    editor = browser(member(RoleKey.EDITOR))
    save_segment(editor, into(categories["zh-hans"], "ja"), "name", "方針")
    editor.post(_address("edit", categories["ja"]), {"action": "publish"})
    assert Category.objects.get(name="方針") == categories["ja"]


def test_the_list_shows_originals_and_links_only_the_own_language(
    client: Client, categories: Categories
) -> None:
    for code, links in (("zh-hans", 0), ("en", 1), ("ja", 0)):
        listed = soup(client, _address("list"), locale=code)
        assert categories[code].name in listed.get_text()
        edit = _address("edit", categories[code])
        assert len(listed.select(f'.title-wrapper a[href="{edit}"]')) == links, code


def test_a_translator_neither_makes_nor_deletes_records(client: Client, categories: Categories) -> None:
    fields = {"name": "New", "slug": "new", "sort_order": "0"}
    assert _refused(client.post(f"{_address('add')}?locale=en", fields))
    assert _refused(client.post(_address("delete", categories["en"])))
    bulk = reverse("wagtail_bulk_action", args=["news", "category", "delete"])
    client.post(f"{bulk}?id={categories['en'].pk}")
    assert Category.objects.filter(pk=categories["en"].pk).exists()


def test_what_a_group_is_allowed_of_records_holds_in_its_language_only(
    translator: Any, categories: Categories
) -> None:
    for codename in ("delete_category", "add_category"):
        translator.groups.get().permissions.add(Permission.objects.get(codename=codename))
    client = browser(translator)
    assert _refused(client.get(f"{_address('add')}?locale=ja"))
    assert _refused(client.post(_address("delete", categories["ja"])))
    assert client.get(f"{_address('add')}?locale=en").status_code == 200
    bulk = reverse("wagtail_bulk_action", args=["news", "category", "delete"])
    client.post(f"{bulk}?id={categories['ja'].pk}&id={categories['en'].pk}")
    assert set(Category.objects.values_list("locale__language_code", flat=True)) == {"zh-hans", "ja"}


def test_records_are_listed_to_who_may_see_them(categories: Categories) -> None:
    address = reverse("wagtail_localize:snippets_api_listing", args=["search", "synonymgroup"])
    assert browser(member(RoleKey.PUBLISHER)).get(address).status_code == 200
    answer = browser(member(RoleKey.TRANSLATOR, "en")).get(address)
    assert answer.status_code == 403 or answer.json() == []
