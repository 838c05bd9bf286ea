"""A draft is always kept; what must be mended stops a page from being published, wherever that is tried."""

import datetime
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Page, Revision, Workflow, WorkflowPage, WorkflowTask
from wagtail.test.utils.form_data import rich_text, streamfield

from news.models import ArticlePage
from tests.admin.writing import FEATURES, article_form
from tests.conftest import Tree
from tests.factories import article, image, source

pytestmark = pytest.mark.django_db
BROKEN = '<p><a linktype="page" id="999999">去看看</a></p>'
PICTURE = {"image": "", "alt_text": "", "caption": ""}


def _add(editor: Client, parent: Page, **fields: Any) -> Any:
    return editor.post(
        reverse("wagtailadmin_pages:add", args=["news", "articlepage", parent.pk]), _form(**fields)
    )


def _form(publish: bool = True, **fields: Any) -> dict[str, Any]:
    form = article_form(**fields)
    if not publish:
        del form["action-publish"]
    return form


def _stream(*blocks: tuple[str, Any]) -> dict[str, Any]:
    return streamfield(list(blocks))


def _words(html: str) -> str:
    return rich_text(html, features=FEATURES)


@pytest.mark.parametrize(
    "fields",
    [
        {"source_kind": "repost", "source": ""},
        {"summary": "", "display_date": "2026-01-10"},
        {"body": _stream(("heading", {"text": "", "level": "h2"}))},
        {"body": _stream(("picture", PICTURE))},
        {"body": _stream(("button", {"label": "", "page": "", "address": ""}))},
        {"body": _stream(("quote", {"text": "", "speaker": "", "role": ""}))},
    ],
)
def test_a_draft_is_kept_with_everything_missing(zh: Tree, editor: Client, fields: dict[str, Any]) -> None:
    assert _add(editor, zh.news, publish=False, **fields).status_code == 302
    assert not ArticlePage.objects.get().live


def test_a_draft_is_kept_with_a_picture_that_nobody_described(zh: Tree, editor: Client) -> None:
    response = _add(editor, zh.news, publish=False, lead_image=str(image().pk), lead_image_alt="")
    assert response.status_code == 302
    assert ArticlePage.objects.get().lead_image is not None


def test_a_draft_of_a_published_page_is_kept_with_its_source_taken_out(zh: Tree, editor: Client) -> None:
    daily = source(locale=zh.locale)
    page = article(zh.news, source_kind="repost", source=daily)
    form = _form(publish=False, source_kind="repost", source="", slug=page.slug)
    assert editor.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form).status_code == 302
    page.refresh_from_db()
    assert page.source == daily
    assert page.get_latest_revision_as_object().source is None


def test_two_drafts_never_share_an_address(zh: Tree, editor: Client) -> None:
    article(zh.news, "座谈会", slug="zuo-tan")
    response = _add(editor, zh.news, publish=False, slug="zuo-tan")
    assert list(response.context["form"].errors) == ["slug"]


def test_an_address_taken_at_the_same_moment_is_made_another(zh: Tree) -> None:
    article(zh.news, "座谈", slug="zuo-tan")
    assert article(zh.news, "座谈", slug="zuo-tan").slug == "zuo-tan-2"


def test_a_link_to_a_deleted_page_stops_publishing_at_its_block(zh: Tree, editor: Client) -> None:
    response = _add(editor, zh.news, body=_stream(("text", _words("<p>好</p>")), ("text", _words(BROKEN))))
    assert response.status_code == 200
    assert list(response.context["form"].errors) == ["body"]
    [error] = response.context["form"].errors["body"].as_data()
    assert list(error.block_errors) == [1]
    assert "its page was deleted" in error.block_errors[1].messages[0]
    assert not ArticlePage.objects.exists()


@pytest.mark.parametrize(("name", "waits"), [("", 0), ("示例日报", 1)])
def test_a_page_is_scheduled_only_in_order(zh: Tree, editor: Client, name: str, waits: int) -> None:
    later = timezone.localtime() + datetime.timedelta(days=9)
    chosen = str(source(name).pk) if name else ""
    _add(editor, zh.news, source_kind="repost", source=chosen, go_live_at=f"{later:%Y-%m-%d %H:%M}")
    assert Revision.objects.filter(approved_go_live_at__isnull=False).count() == waits


def test_what_should_only_be_looked_at_stops_nothing(zh: Tree, editor: Client) -> None:
    assert _add(editor, zh.news, summary="").status_code == 302
    assert ArticlePage.objects.get().live


def _kept_with_a_mistake(zh: Tree) -> ArticlePage:
    page = article(zh.news, "转载的稿件")
    page.unpublish()
    page.source_kind = "repost"
    page.save_revision(clean=False)
    return page


def test_several_pages_are_not_published_at_once_while_one_must_be_mended(zh: Tree, editor: Client) -> None:
    page = _kept_with_a_mistake(zh)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    response = editor.post(
        f"{address}?id={page.pk}&next=/admin/pages/", {"include_descendants": ""}, follow=True
    )
    assert "Say who the reposted piece comes from." in response.content.decode()
    page.refresh_from_db()
    assert not page.live


def test_pages_in_order_are_published_at_once(zh: Tree, editor: Client) -> None:
    page = article(zh.news)
    page.unpublish()
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    editor.post(f"{address}?id={page.pk}&next=/admin/pages/", {"include_descendants": ""})
    page.refresh_from_db()
    assert page.live


def _submitted(page: Page, user: Any) -> Any:
    workflow = Workflow.objects.create(name="审核")
    task = GroupApprovalTask.objects.create(name="审核")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(workflow=workflow, page=page)
    return workflow.start(page, user).current_task_state


def test_a_page_is_not_approved_while_something_must_be_mended(
    zh: Tree, editor: Client, django_user_model: Any
) -> None:
    page = _kept_with_a_mistake(zh)
    state = _submitted(page, django_user_model.objects.get())
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
    response = editor.post(address, {"comment": ""}, follow=True)
    assert "Say who the reposted piece comes from." in response.content.decode()
    page.refresh_from_db()
    assert not page.live
    fixed = page.get_latest_revision_as_object()
    fixed.source = source(locale=zh.locale)
    revision = fixed.save_revision()
    state.revision = revision
    state.save()
    editor.post(address, {"comment": ""})
    page.refresh_from_db()
    assert page.live


def test_the_form_shows_the_sentence_at_the_field(zh: Tree, editor: Client) -> None:
    response = _add(editor, zh.news, source_kind="repost", source="")
    field = BeautifulSoup(response.content.decode(), "html.parser").select_one('[data-contentpath="source"]')
    assert field is not None
    assert "Say who the reposted piece comes from." in field.get_text()


def test_every_kind_of_block_can_be_kept_empty_in_a_draft(zh: Tree) -> None:
    """Whoever writes a block whose `clean` asks for something lets a draft wait for it."""
    from newsroom.checks.places import streams
    from tests.everything import PAGE_TYPES

    refused = []
    for model in PAGE_TYPES:
        for _place, value in streams(model()):
            for name, block in value.stream_block.child_blocks.items():
                try:
                    value.stream_block.clean_deferred(
                        value.stream_block.to_python([{"type": name, "value": {}}])
                    )
                except Exception as error:
                    refused.append((model.__name__, name, type(error).__name__, block))
    assert refused == []
