"""The search desk as a whole: who sees what, in which language, and what is forgotten."""

import datetime
import json
from typing import Any

import polib
import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from search.editors.forgetting import forget_old
from search.editors.permissions import offered
from search.models import LastRebuild, MissedSearch, PromotedResult, Rebuild, SearchCount, SynonymGroup
from tests.admin.desk import colleague, counted, speak
from tests.conftest import Tree
from tests.reading import one, page

pytestmark = pytest.mark.django_db

ITEMS = {
    "/admin/search-desk/searches/": "search.view_searchcount",
    "/admin/search-desk/found-nothing/": "search.view_searchcount",
    "/admin/search-desk/missed/": "search.change_missedsearch",
    "/admin/snippets/search/promotedresult/": "search.change_promotedresult",
    "/admin/snippets/search/synonymgroup/": "search.change_synonymgroup",
    "/admin/snippets/designcity/pinyinphrase/": "designcity.change_pinyinphrase",
    "/admin/search-desk/index/": "search.rebuild_index",
}
items = pytest.mark.parametrize("address", ITEMS)


def _menu(client: Client) -> list[str]:
    """Return the addresses under the menu entry of the search."""
    script = one(page(client, "/admin/"), "script#wagtail-sidebar-props")
    return list(_addresses(json.loads(script.get_text())))


def _addresses(props: Any) -> list[str]:
    """Return every address in the side bar that belongs to the desk."""
    if isinstance(props, dict):
        return [found for value in props.values() for found in _addresses(value)]
    if isinstance(props, list):
        return [found for value in props for found in _addresses(value)]
    return [props] if props in ITEMS else []


def test_an_administrator_finds_everything_in_the_menu(zh: Tree, editor: Client) -> None:
    assert _menu(editor) == list(ITEMS)


@items
def test_the_menu_shows_what_one_permission_allows_and_the_page_opens(zh: Tree, address: str) -> None:
    permission = ITEMS[address]
    client = colleague(permission)
    allowed = [other for other, needed in ITEMS.items() if needed == permission]
    assert _menu(client) == allowed
    assert client.get(address).status_code == 200


@items
def test_without_a_permission_there_is_no_menu_entry_and_no_page(zh: Tree, address: str) -> None:
    client = colleague()
    assert _menu(client) == []
    assert client.get(address).status_code == 302


@items
def test_a_stranger_is_asked_to_log_in(zh: Tree, client: Client, address: str) -> None:
    assert client.get(address)["Location"].startswith(reverse("wagtailadmin_login"))


def test_every_permission_of_the_desk_can_be_given_to_a_group(zh: Tree, editor: Client) -> None:
    form = page(editor, reverse("wagtailusers_groups:add"))
    given = {str(box["value"]) for box in form.select("input[name=permissions]")}
    needed = {name.split(".")[1] for name in ITEMS.values()}
    for permission in Permission.objects.filter(codename__in=needed):
        assert str(permission.pk) in given
    assert offered().count() == 5


def test_what_is_old_or_dealt_with_is_forgotten(zh: Tree) -> None:
    counted("昨天", days_ago=1)
    counted("半年前", days_ago=180)
    counted("更早", days_ago=181)
    for text, is_done, days_ago in (("a", True, 181), ("b", False, 181), ("c", True, 1)):
        message = MissedSearch.objects.create(language_code="en", text=text, message="y", is_done=is_done)
        sent = timezone.now() - datetime.timedelta(days=days_ago)
        MissedSearch.objects.filter(pk=message.pk).update(created_at=sent)
    assert forget_old() == 2
    assert set(SearchCount.objects.values_list("text", flat=True)) == {"昨天", "半年前"}
    assert set(MissedSearch.objects.values_list("text", flat=True)) == {"b", "c"}
    assert forget_old(days=1) == 1


@items
def test_no_script_or_style_of_the_desk_stands_inside_a_page(zh: Tree, editor: Client, address: str) -> None:
    _fill(zh)
    main = one(page(editor, address), "main")
    assert main.select("style, [style], [onclick], [onsubmit]") == []
    assert [script for script in main.select("script:not([src])") if not script.get("type")] == []


@items
@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_every_page_opens_in_both_languages(zh: Tree, editor: Client, address: str, language: str) -> None:
    _fill(zh)
    speak(language)
    assert str(one(page(editor, address), "html")["lang"]).lower() == language


@items
def test_nothing_on_a_chinese_page_is_left_in_english(zh: Tree, editor: Client, address: str) -> None:
    _fill(zh)
    speak("zh-hans")
    form = [f"{address}add/"] if "/snippets/" in address else []
    shown = {words for shown in ("/admin/", address, *form) for words in _texts(page(editor, shown))}
    assert shown & _msgids() == set()


def test_every_word_of_the_desk_is_translated() -> None:
    catalogue = polib.pofile(str(settings.LOCALE_PATHS[0] / "zh_Hans" / "LC_MESSAGES" / "django.po"))
    ours = [entry for entry in catalogue if _is_of_the_desk(entry)]
    assert len(ours) > 50
    assert [entry.msgid for entry in ours if not entry.translated()] == []


def _is_of_the_desk(entry: polib.POEntry) -> bool:
    places = ("search/editors/", "templates/search/admin/")
    return any(file.startswith(places) for file, _line in entry.occurrences)


def _msgids() -> set[str]:
    """Return what the site says in English."""
    catalogue = polib.pofile(str(settings.LOCALE_PATHS[0] / "zh_Hans" / "LC_MESSAGES" / "django.po"))
    english = {entry.msgid.lower() for entry in catalogue if entry.msgid != entry.msgstr}
    return english - {"administrator"}  # the account of these tests is called like a role


def _texts(soup: BeautifulSoup) -> set[str]:
    return {" ".join(words.split()).lower() for words in soup.stripped_strings}


def _fill(tree: Tree) -> None:
    """Let every list have a row."""
    counted("没有", found=0)
    MissedSearch.objects.create(language_code="zh-hans", text="没有", message="请补充")
    PromotedResult.objects.create(language_code="zh-hans", queries="新闻", page=tree.news)
    SynonymGroup.objects.create(words="地铁\n轨道交通")
    Rebuild.objects.create(language_code="zh-hans", index_name="one", done=1, total=2)
    LastRebuild.objects.create(language_code="zh-hans", failed_at="2026-01-01T00:00Z", failure="away")
