"""What the browser asks, what a form tells it, and how a snippet's form asks."""

import json
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.log_actions import log
from wagtail.models import Page

from news.models import Category
from newsroom.keeping import checks, editing, keys, snippets, views
from tests.admin.writing import article_form
from tests.conftest import Tree
from tests.factories import article, category

STATE = "newsroom_keeping_state"


def facts(html: str) -> dict[str, Any]:
    """Return what a page tells the scripts about its form."""
    found = re.search(r'id="newsroom-keeping" type="application/json">(.*?)</script>', html)
    return json.loads(found[1]) if found else {}


def edit_category(record: Category) -> str:
    return reverse("wagtailsnippets_news_category:edit", args=[record.pk])


def test_the_browser_learns_whose_session_it_is(editor: Client, account: Any) -> None:
    answer = editor.get(reverse(STATE)).json()
    assert answer["account"] == str(account.pk)
    assert answer["token"]
    assert answer["arrived"] == []


def test_the_browser_learns_that_it_is_logged_out(db: None, client: Client) -> None:
    response = client.get(reverse(STATE), headers={"X-Requested-With": "XMLHttpRequest"})
    assert response.status_code == 403


def test_the_page_after_logging_in_again_says_what_to_do(editor: Client) -> None:
    assert "Close this tab" in editor.get(reverse("newsroom_keeping_back")).content.decode()


def test_the_form_of_a_page_carries_its_facts(zh: Tree, editor: Client, account: Any) -> None:
    page = article(zh.news)
    told = facts(editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode())
    assert told["account"] == str(account.pk)
    assert told["version"] is None
    assert told["texts"]["bring"] == "Bring them back as a draft"


def test_other_forms_of_the_editors_interface_carry_nothing(editor: Client) -> None:
    html = editor.get(reverse("wagtailadmin_collections:add")).content.decode()
    assert facts(html) == {}


def test_a_form_that_is_refused_keeps_its_key(zh: Tree, editor: Client, account: Any) -> None:
    key = keys.issue(account)
    page = article(zh.news)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    html = editor.post(address, article_form(title="", keeping=key)).content.decode()
    assert facts(html)["key"] == key


def test_a_snippets_form_names_the_state_it_is_made_from(editor: Client, account: Any) -> None:
    record = category("设计")
    log(instance=record, action="wagtail.edit", user=account)
    told = facts(editor.get(edit_category(record)).content.decode())
    assert told["version"] == snippets.version(record) != ""
    assert told["drafts"] is False


def test_a_snippet_that_somebody_saved_meanwhile_is_asked_about(editor: Client, other: Any) -> None:
    record = category("设计")
    begun = snippets.version(record)
    log(instance=record, action="wagtail.edit", user=other)
    form = {"name": "工业设计", "slug": "she-ji", "sort_order": "0", "keeping_version": begun}
    html = editor.post(edit_category(record), form).content.decode()
    assert "示例同事 saved this while you were writing" in html
    assert 'name="name" value="工业设计"' in html
    record.refresh_from_db()
    assert record.name == "设计"


def test_the_consent_saves_the_snippet(editor: Client, other: Any) -> None:
    record = category("设计")
    log(instance=record, action="wagtail.edit", user=other)
    form = {"name": "工业设计", "slug": record.slug, "sort_order": "0"}
    form["keeping_version"] = snippets.version(record)
    assert editor.post(edit_category(record), form).status_code == 302
    record.refresh_from_db()
    assert record.name == "工业设计"


def test_a_page_type_that_does_not_ask_is_complained_of(monkeypatch: pytest.MonkeyPatch) -> None:
    assert checks.pages_are_kept(None) == []
    monkeypatch.setattr(views.KeepingPageViewSet, "edit_view_class", editing.EditView)
    assert {error.id for error in checks.pages_are_kept(None)} == {"newsroom.E001"}


def test_a_page_is_saved_by_one_at_a_time(zh: Tree, editor: Client) -> None:
    page = Page.objects.get(pk=article(zh.news).pk)
    with pytest.MonkeyPatch.context() as patch:
        waited: list[int] = []
        patch.setattr("newsroom.keeping.turns.wait_for_page", waited.append)
        editor.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), article_form())
    assert waited == [page.pk]
