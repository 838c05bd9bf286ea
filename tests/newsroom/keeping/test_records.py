"""The forms of pictures, documents and bundles lose no word and ask, as those of snippets do."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail.log_actions import log
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from newsroom.bundles.models import Bundle
from newsroom.keeping import keys, snippets
from tests.conftest import Tree
from tests.factories import article, document, image
from tests.newsroom.keeping.test_asking import STATE, facts


def _address(record: Any) -> str:
    name = {"designimage": "wagtailimages", "document": "wagtaildocs", "bundle": "bundles"}
    return reverse(f"{name[record._meta.model_name]}:edit", args=[record.pk])


@pytest.fixture(params=["image", "document", "bundle"])
def record(request: pytest.FixtureRequest, zh: Tree) -> Any:
    """A record of each kind."""
    makes = {"image": image, "document": document, "bundle": lambda: Bundle.objects.create(title="组合")}
    return makes[request.param]()


def test_its_form_carries_what_keeps_its_words(editor: Client, account: Any, record: Any) -> None:
    log(instance=record, action="wagtail.edit", user=account)
    told = facts(editor.get(_address(record)).content.decode())
    assert told["version"] == snippets.version(record) != ""
    assert told["drafts"] is False


def test_who_saves_second_is_asked(editor: Client, other: Any, record: Any) -> None:
    begun = snippets.version(record)
    log(instance=record, action="wagtail.edit", user=other)
    html = editor.post(_address(record), {"title": "乙写的", "keeping_version": begun}).content.decode()
    assert "示例同事 saved this while you were writing" in html
    assert 'name="title" value="乙写的"' in html
    record.refresh_from_db()
    assert record.title != "乙写的"


def test_a_new_bundle_is_kept_until_it_has_arrived(zh: Tree, editor: Client, account: Any) -> None:
    assert facts(editor.get(reverse("bundles:add")).content.decode())["version"] is None
    key, page = keys.issue(account), article(zh.news)
    pages = inline_formset([{"page": page.pk}])
    form = nested_form_data({"title": "设计周", "bundle_pages": pages, "keeping": key})
    assert editor.post(reverse("bundles:add"), form).status_code == 302
    assert editor.get(reverse(STATE)).json()["arrived"] == [key]


def test_a_picture_is_kept_until_it_has_arrived(editor: Client, account: Any) -> None:
    picture, key = image(), keys.issue(account)
    form = {"title": "桥", "collection": picture.collection_id, "keeping": key, "keeping_version": ""}
    assert editor.post(_address(picture), form).status_code == 302
    picture.refresh_from_db()
    assert picture.title == "桥"
    assert editor.get(reverse(STATE)).json()["arrived"] == [key]


def test_a_notice_is_kept_in_the_browser_until_it_has_arrived(zh: Tree, editor: Client, account: Any) -> None:
    taken = article(zh.news)
    for name in ("wagtailadmin_pages:unpublish", "newsroom_notice"):
        address, key = reverse(name, args=[taken.pk]), keys.issue(account)
        shown = editor.get(address).content.decode()
        assert facts(shown)["version"] is None
        assert BeautifulSoup(shown, "html.parser").select("form[data-edit-form] textarea[name=notice]")
        editor.post(address, {"notice": "数据有误。", "keeping": key})
        assert key in editor.get(reverse(STATE)).json()["arrived"]
