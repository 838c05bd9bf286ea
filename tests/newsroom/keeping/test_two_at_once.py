"""Whoever saves second is asked, and both versions stay."""

from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, PageLogEntry, Revision

from newsroom.keeping import beside, keys, receipts
from tests.admin.writing import article_form
from tests.conftest import Tree
from tests.factories import article


@pytest.fixture
def page(zh: Tree, account: Any) -> Page:
    """A published article."""
    return article(zh.news)


def edit(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def begun_from(revision: Revision, **fields: str) -> dict[str, Any]:
    """Return the form of the article as it was opened at `revision`."""
    form = article_form(**fields)
    form["loaded_revision_id"] = str(revision.pk)
    form["loaded_revision_created_at"] = revision.created_at.isoformat()
    return form


def theirs(page: Page, other: Any) -> Revision:
    """Let a colleague save another title."""
    page.title = "同事的标题"
    return page.save_revision(user=other)


@pytest.mark.parametrize("action", ["save", "publish", "submit"])
def test_no_action_covers_a_newer_version(page: Page, editor: Client, other: Any, action: str) -> None:
    begun = page.latest_revision
    newer = theirs(page, other)
    form = begun_from(begun, title="我的标题")
    form.pop("action-publish")
    response = editor.post(edit(page), form | {f"action-{action}": "1"})
    kept = Revision.objects.latest("pk")
    assert response["Location"] == reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, kept.pk])
    assert kept.as_object().title == "我的标题"
    fresh = Page.objects.get(pk=page.pk)
    assert (fresh.latest_revision, fresh.title) == (newer, "座谈会召开")


def test_the_answer_names_who_saved_and_offers_the_comparison(page: Page, editor: Client, other: Any) -> None:
    begun = page.latest_revision
    newer = theirs(page, other)
    response = editor.post(edit(page), begun_from(begun))
    (said,) = get_messages(response.wsgi_request)
    kept = Revision.objects.latest("pk")
    both = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, newer.pk, kept.pk])
    assert "示例同事 saved a newer version while you were writing" in said.message
    assert both in said.message
    assert editor.get(both).status_code == 200
    assert editor.get(response["Location"]).status_code == 200


def test_saving_what_was_kept_beside_makes_it_the_newest(page: Page, editor: Client, other: Any) -> None:
    begun = page.latest_revision
    newer = theirs(page, other)
    address = editor.post(edit(page), begun_from(begun, title="我的标题"))["Location"]
    editor.post(address, begun_from(newer, title="我的标题"))
    assert Page.objects.get(pk=page.pk).title == "我的标题"
    assert newer in Revision.objects.for_instance(page)


def test_a_version_kept_beside_is_asked_about_too(page: Page, editor: Client, other: Any) -> None:
    begun = page.latest_revision
    theirs(page, other)
    address = editor.post(edit(page), begun_from(begun))["Location"]
    assert "revert" in editor.post(address, begun_from(begun))["Location"]


def test_the_newer_version_once_published_has_no_changes_left(page: Page, editor: Client, other: Any) -> None:
    begun = page.latest_revision
    newer = theirs(page, other)
    editor.post(edit(page), begun_from(begun))
    newer.publish(user=other)
    assert not Page.objects.get(pk=page.pk).has_unpublished_changes


def test_the_history_says_what_was_kept(page: Page, editor: Client, other: Any) -> None:
    begun = page.latest_revision
    theirs(page, other)
    editor.post(edit(page), begun_from(begun))
    entry = PageLogEntry.objects.get(action=beside.ACTION)
    assert entry.revision == Revision.objects.latest("pk")
    history = editor.get(reverse("wagtailadmin_pages:history", args=[page.pk])).content.decode()
    assert "Kept beside a newer version, not in use" in history


def test_words_that_are_no_draft_come_back_with_the_question(page: Page, editor: Client, other: Any) -> None:
    begun = page.latest_revision
    newer = theirs(page, other)
    response = editor.post(edit(page), begun_from(begun, source_url="no address", summary="我的摘要"))
    html = response.content.decode()
    assert response.status_code == 200
    assert "我的摘要" in html
    assert "Yours is shown here, not saved" in html
    assert f'name="loaded_revision_id" value="{newer.pk}"' in html
    assert "w-autosave#save" not in html
    assert Page.objects.get(pk=page.pk).latest_revision == newer


def test_a_form_begun_from_the_latest_version_is_saved(page: Page, editor: Client) -> None:
    editor.post(edit(page), begun_from(page.latest_revision, title="我的标题"))
    assert Page.objects.get(pk=page.pk).title == "我的标题"


def test_a_form_that_arrived_is_named_to_the_browser(page: Page, editor: Client, account: Any) -> None:
    key = keys.issue(account)
    editor.post(edit(page), begun_from(page.latest_revision) | {"keeping": key})
    assert editor.get(reverse("newsroom_keeping_state")).json()["arrived"] == [key]


def test_a_form_that_was_refused_is_not_named(page: Page, editor: Client, account: Any) -> None:
    key = keys.issue(account)
    editor.post(edit(page), begun_from(page.latest_revision, title="") | {"keeping": key})
    assert editor.get(reverse("newsroom_keeping_state")).json()["arrived"] == []


def test_only_the_latest_forms_are_remembered(page: Page, editor: Client, account: Any) -> None:
    session = editor.session
    session[receipts.SESSION] = [str(number) for number in range(receipts.REMEMBERED)]
    session.save()
    key = keys.issue(account)
    editor.post(edit(page), begun_from(page.latest_revision) | {"keeping": key})
    arrived = editor.get(reverse("newsroom_keeping_state")).json()["arrived"]
    assert (len(arrived), arrived[-1]) == (receipts.REMEMBERED, key)
