"""The way from writing to publishing, walked by real people through the editors' interface."""

from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, Workflow, WorkflowState

from news.models import ArticlePage
from newsroom.models import RoleKey
from newsroom.roles.making import make_workflow
from tests.admin.writing import article_form
from tests.conftest import Tree
from tests.newsroom.people import browser, member, said

pytestmark = pytest.mark.django_db

ADD = "wagtailadmin_pages:add"
EDIT = "wagtailadmin_pages:edit"


@pytest.fixture
def writer(zh: Tree) -> Client:
    """A writer's browser, on a site with the workflow it comes with."""
    make_workflow(apps)
    return browser(member(RoleKey.WRITER))


@pytest.fixture
def editor(zh: Tree) -> Client:
    """An editor's browser."""
    return browser(member(RoleKey.EDITOR))


@pytest.fixture
def publisher(zh: Tree) -> Client:
    """A publisher's browser."""
    return browser(member(RoleKey.PUBLISHER))


def _send(client: Client, page: Page, action: str, **fields: Any) -> None:
    form = article_form(**fields)
    del form["action-publish"]
    response = client.post(reverse(EDIT, args=[page.pk]), form | {action: "1"})
    assert response.status_code == 302


def _written(writer: Client, zh: Tree) -> ArticlePage:
    """Return an article that a writer has written and submitted."""
    form = article_form(title="初稿")
    del form["action-publish"]
    address = reverse(ADD, args=["news", "articlepage", zh.news.pk])
    assert writer.post(address, form | {"action-submit": "1"}).status_code == 302
    page: ArticlePage = ArticlePage.objects.get(title="初稿")
    return page


def _decide(client: Client, page: Page, action: str, comment: str = "") -> int:
    """Approve or reject, as the button beside the page does."""
    state = WorkflowState.objects.filter(object_id=str(page.pk)).latest("pk").current_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, state.pk])
    return client.post(address, {"comment": comment}).status_code


def _step(page: Page) -> str:
    return str(ArticlePage.objects.get(pk=page.pk).current_workflow_task.name)


def test_who_approves_last_hears_that_the_page_is_live(
    zh: Tree, writer: Client, editor: Client, publisher: Client
) -> None:
    page = _written(writer, zh)
    for client, is_last in ((editor, False), (publisher, True)):
        form = article_form(title="初稿", slug=page.slug)
        del form["action-publish"]
        form |= {"action-workflow-action": "1", "workflow-action-name": "approve"}
        answer = client.post(reverse(EDIT, args=[page.pk]), form)
        assert any("“初稿” is live now." in one for one in said(answer)) is is_last


def test_a_page_goes_from_writer_to_editor_back_and_on_to_the_publisher(
    zh: Tree, writer: Client, editor: Client, publisher: Client
) -> None:
    page = _written(writer, zh)
    assert _step(page) == "审核"
    _decide(editor, page, "reject", "请补充出处。")
    state = WorkflowState.objects.get(object_id=str(page.pk))
    assert state.status == WorkflowState.STATUS_NEEDS_CHANGES
    assert state.current_task_state.comment == "请补充出处。"

    _send(writer, page, "action-submit", title="改过的稿子")
    assert _step(page) == "审核"
    _decide(editor, page, "approve")
    assert _step(page) == "发布"
    assert not ArticlePage.objects.get(pk=page.pk).live

    _decide(publisher, page, "approve")
    published = ArticlePage.objects.get(pk=page.pk)
    assert (published.live, published.title) == (True, "改过的稿子")
    state.refresh_from_db()
    assert state.status == WorkflowState.STATUS_APPROVED


def test_an_editor_cannot_publish_in_any_way(zh: Tree, writer: Client, editor: Client) -> None:
    page = _written(writer, zh)
    assert editor.get(reverse(EDIT, args=[page.pk])).status_code == 200
    _send(editor, page, "action-publish", title="编辑改过")
    _decide(editor, page, "approve")
    _decide(editor, page, "approve")  # the next step is not the editor's
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    editor.post(f"{bulk}?id={page.pk}", {"include_descendants": ""})
    assert not ArticlePage.objects.get(pk=page.pk).live


def test_a_writer_cannot_touch_a_page_while_it_is_reviewed(zh: Tree, writer: Client) -> None:
    page = _written(writer, zh)
    form = article_form(title="偷偷改")
    del form["action-publish"]
    writer.post(reverse(EDIT, args=[page.pk]), form)
    assert ArticlePage.objects.get(pk=page.pk).get_latest_revision_as_object().title == "初稿"


def test_a_publisher_publishes_without_a_review(zh: Tree, publisher: Client) -> None:
    address = reverse(ADD, args=["news", "articlepage", zh.news.pk])
    assert publisher.post(address, article_form(title="快讯")).status_code == 302
    assert ArticlePage.objects.get(title="快讯").live


def test_the_workflow_holds_in_every_language_and_can_be_changed(zh: Tree, en: Tree) -> None:
    make_workflow(apps)
    assert zh.news.get_workflow() == en.news.get_workflow() == Workflow.objects.get()
    client = browser(member(RoleKey.ADMINISTRATOR))
    address = reverse("wagtailadmin_workflows:edit", args=[Workflow.objects.get().pk])
    assert client.get(address).status_code == 200
