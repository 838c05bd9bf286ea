"""One form of a new page makes one page, however often and in whatever order it arrives."""

import json
from typing import Any

import pytest
from django.http import HttpRequest
from django.test import Client
from django.urls import reverse

from news.models import ArticlePage
from newsroom.keeping import keys
from tests.admin.writing import article_form
from tests.conftest import Tree

JSON = {"Accept": "application/json"}


@pytest.fixture
def form(account: Any) -> dict[str, Any]:
    """A filled-in form of a new article, with its key."""
    return article_form(keeping=keys.issue(account))


def address(zh: Tree) -> str:
    return reverse("wagtailadmin_pages:add", args=["news", "articlepage", zh.news.pk])


def draft(form: dict[str, Any], **fields: str) -> dict[str, Any]:
    """Return the form as an autosave sends it."""
    return {name: value for name, value in form.items() if name != "action-publish"} | fields


def test_an_autosave_and_a_publication_make_one_published_page(
    zh: Tree, editor: Client, form: dict[str, Any]
) -> None:
    assert editor.post(address(zh), draft(form), headers=JSON).status_code == 200
    assert editor.post(address(zh), form).status_code == 302
    assert [page.live for page in ArticlePage.objects.all()] == [True]


def test_an_autosave_after_the_publication_changes_nothing(
    zh: Tree, editor: Client, form: dict[str, Any]
) -> None:
    editor.post(address(zh), form)
    answer = editor.post(address(zh), draft(form, title="旧的"), headers=JSON)
    assert answer.json()["error_code"] == "invalid_revision"
    page = ArticlePage.objects.get()
    assert not page.has_unpublished_changes


def test_an_autosave_whose_answer_was_lost_goes_on_with_its_page(
    zh: Tree, editor: Client, form: dict[str, Any]
) -> None:
    editor.post(address(zh), draft(form), headers=JSON)
    answer = json.loads(editor.post(address(zh), draft(form, title="后来的标题"), headers=JSON).content)
    page = ArticlePage.objects.get()
    assert answer["url"] == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert page.get_latest_revision_as_object().title == "后来的标题"


def test_what_somebody_else_saved_meanwhile_is_not_covered(
    zh: Tree, editor: Client, form: dict[str, Any], other: Any
) -> None:
    editor.post(address(zh), draft(form), headers=JSON)
    page = ArticlePage.objects.get()
    page.title = "同事的标题"
    page.save_revision(user=other)
    response = editor.post(address(zh), form)
    assert "revert" in response["Location"]
    assert page.specific_class.objects.get().get_latest_revision_as_object().title == "同事的标题"


def test_two_forms_make_two_pages(zh: Tree, editor: Client, account: Any) -> None:
    for _ in range(2):
        editor.post(address(zh), article_form(keeping=keys.issue(account)))
    assert ArticlePage.objects.count() == 2


@pytest.mark.parametrize("key", ["", "x", "\x00", "WyIxIl0:1:2"])
def test_a_form_with_a_key_that_is_none_makes_its_page(zh: Tree, editor: Client, key: str) -> None:
    editor.post(address(zh), article_form(keeping=key))
    assert ArticlePage.objects.count() == 1


def test_nobody_uses_the_key_of_another_account(account: Any, other: Any) -> None:
    request = HttpRequest()
    request.POST = {"keeping": keys.issue(other)}  # type: ignore[assignment]  # a plain dictionary serves
    request.user = account
    assert keys.read(request) is None
