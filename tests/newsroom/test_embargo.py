"""Embargo: whichever way somebody publishes, nothing new of the page reaches readers before its moment."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.test import Client, TestCase
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from wagtail.actions.copy_page import CopyPageAction
from wagtail.models import Page, Revision, WorkflowState
from wagtail_localize.models import Translation, TranslationSource

from news.models import ArticlePage
from newsroom.bundles import publishing as bundles
from newsroom.models import Bundle, BundlePage, RoleKey
from newsroom.roles.making import make_workflow
from tests.admin.writing import article_form
from tests.conftest import Tree
from tests.factories import article
from tests.newsroom.people import browser, member, said
from tests.translating import translate

pytestmark = pytest.mark.django_db


def _moment() -> datetime.datetime:
    """Return the embargo's end: three days from now, to the minute."""
    return (timezone.now() + datetime.timedelta(days=3)).replace(second=0, microsecond=0)


@pytest.fixture
def until() -> datetime.datetime:
    """The end of the embargo."""
    return _moment()


@pytest.fixture
def draft(zh: Tree, until: datetime.datetime) -> ArticlePage:
    """An unpublished article under embargo."""
    page = ArticlePage(title="名单公布", live=False, embargo_until=until)
    zh.news.add_child(instance=page)
    page.save_revision()
    return page


@pytest.fixture
def publisher(zh: Tree) -> Any:
    """Somebody who may publish."""
    make_workflow(apps)
    return member(RoleKey.PUBLISHER)


def _waits_until(page: Page) -> datetime.datetime | None:
    """Return the moment for which a page is scheduled; fails when readers have it already."""
    assert not Page.objects.get(pk=page.pk).live
    moments = Revision.objects.filter(object_id=str(page.pk), approved_go_live_at__isnull=False)
    found: datetime.datetime = moments.get().approved_go_live_at
    return found


def _by_code(page: ArticlePage, user: Any) -> None:
    page.get_latest_revision().publish(user=user)


def _by_button(page: ArticlePage, user: Any) -> None:
    form = article_form(
        title=page.title, embargo_until=f"{timezone.localtime(page.embargo_until):%Y-%m-%d %H:%M}"
    )
    response = browser(user).post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form)
    assert any("is under embargo: it is not live yet" in one for one in said(response))


def _by_bulk_action(page: ArticlePage, user: Any) -> None:
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    response = browser(user).post(f"{address}?id={page.pk}", {"include_descendants": ""})
    messages = said(response)
    assert any("is under embargo: it is not live yet" in one for one in messages)
    assert not any("has been published" in one for one in messages)


def _by_bulk_action_on_the_parent(page: ArticlePage, user: Any) -> None:
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    browser(user).post(f"{address}?id={page.get_parent().pk}", {"include_descendants": "on"})


def _by_approval(page: ArticlePage, user: Any) -> None:
    page.get_workflow().start(page, user)
    editor = member(RoleKey.EDITOR)
    for approver in (editor, user):
        state = WorkflowState.objects.get(object_id=str(page.pk)).current_task_state
        form = article_form(
            title=page.title, embargo_until=f"{timezone.localtime(page.embargo_until):%Y-%m-%d %H:%M}"
        )
        del form["action-publish"]
        form |= {"action-workflow-action": "1", "workflow-action-name": "approve"}
        assert state.task.specific.get_actions(page, approver)
        response = browser(approver).post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form)
    assert any("is under embargo: it is not live yet" in one for one in said(response))


def _by_approval_from_the_dashboard(page: ArticlePage, user: Any) -> None:
    page.get_workflow().start(page, user)
    for approver in (member(RoleKey.EDITOR), user):
        state = WorkflowState.objects.get(object_id=str(page.pk)).current_task_state
        address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
        browser(approver).post(address, {"comment": ""})


def _by_schedule(page: ArticlePage, user: Any) -> None:
    """The page was scheduled for an earlier moment, before the embargo was set, and that moment comes."""
    now = timezone.now()
    Revision.objects.filter(object_id=str(page.pk)).update(
        approved_go_live_at=now - datetime.timedelta(minutes=1)
    )
    call_command("publish_scheduled")


WAYS = [
    _by_code,
    _by_button,
    _by_bulk_action,
    _by_bulk_action_on_the_parent,
    _by_approval,
    _by_approval_from_the_dashboard,
    _by_schedule,
]


@pytest.mark.parametrize("way", WAYS)
def test_publishing_before_schedules_for_the_embargos_end(
    draft: ArticlePage, publisher: Any, until: datetime.datetime, way: Callable[[ArticlePage, Any], None]
) -> None:
    way(draft, publisher)
    assert _waits_until(draft) == until


def test_a_new_page_that_is_published_at_once_is_never_live(
    zh: Tree, publisher: Any, until: datetime.datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []
    publish = ArticlePage.publish

    def looks_first(page: ArticlePage, *args: Any, **kwargs: Any) -> None:
        seen.append(Page.objects.get(pk=page.pk).live)
        publish(page, *args, **kwargs)

    monkeypatch.setattr(ArticlePage, "publish", looks_first)
    form = article_form(embargo_until=f"{timezone.localtime(until):%Y-%m-%d %H:%M}")
    response = browser(publisher).post(
        reverse("wagtailadmin_pages:add", args=["news", "articlepage", zh.news.pk]), form
    )
    assert response.status_code == 302
    assert seen == [False]
    assert _waits_until(ArticlePage.objects.get()) == until


def test_it_goes_live_when_the_embargo_ends(draft: ArticlePage, publisher: Any) -> None:
    _by_code(draft, publisher)
    past = timezone.now() - datetime.timedelta(minutes=1)
    ArticlePage.objects.update(embargo_until=past)
    Revision.objects.filter(approved_go_live_at__isnull=False).update(approved_go_live_at=past)
    call_command("publish_scheduled")
    assert Page.objects.get(pk=draft.pk).live


@pytest.mark.parametrize("days", [1, 5])
def test_a_go_live_before_it_is_moved_and_one_after_it_stays(
    draft: ArticlePage, until: datetime.datetime, days: int
) -> None:
    wanted = timezone.now() + datetime.timedelta(days=days)
    draft.go_live_at = wanted
    draft.save_revision().publish()
    assert _waits_until(draft) == max(wanted, until)


def test_a_bundle_is_refused_and_says_until_when(draft: ArticlePage, publisher: Any) -> None:
    bundle = Bundle.objects.create(title="发布会", include_translations=False)
    BundlePage.objects.create(bundle=bundle, page=draft.page_ptr)
    with pytest.raises(bundles.Refused, match=r"“名单公布”.*20"):
        bundles.publish(bundle, publisher)
    assert not Page.objects.get(pk=draft.pk).live
    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()


def test_an_older_revision_does_not_lift_it(draft: ArticlePage, until: datetime.datetime) -> None:
    revision = draft.get_latest_revision()
    revision.content["embargo_until"] = None
    revision.save()
    revision.publish()
    assert _waits_until(draft) == until


def test_readers_keep_the_published_version_until_then(zh: Tree, until: datetime.datetime) -> None:
    page = article(zh.news, "旧标题")
    page.title, page.embargo_until = "新标题", until
    page.save_revision().publish()
    kept = ArticlePage.objects.get(pk=page.pk)
    assert (kept.live, kept.title) == (True, "旧标题")
    assert Revision.objects.get(approved_go_live_at__isnull=False).approved_go_live_at == until


def test_the_embargo_holds_in_the_other_language(
    draft: ArticlePage, en: Tree, until: datetime.datetime
) -> None:
    english = translate(draft, en.locale)
    assert english.embargo_until == until
    later = until + datetime.timedelta(days=1)
    draft.refresh_from_db()
    draft.embargo_until = later
    draft.save_revision()
    assert ArticlePage.objects.get(pk=english.pk).embargo_until == later
    with TestCase.captureOnCommitCallbacks(execute=True):
        Translation.objects.get().save_target(publish=True)
    assert _waits_until(english) == later


def test_the_placeholder_in_the_other_language_waits_too(draft: ArticlePage, en: Tree, publisher: Any) -> None:
    placeholder = draft.copy_for_translation(en.locale, alias=True)
    _by_code(draft, publisher)
    assert not Page.objects.get(pk=placeholder.pk).live


def test_a_translation_published_in_its_editor_waits_and_says_so(
    draft: ArticlePage, en: Tree, publisher: Any, until: datetime.datetime
) -> None:
    english = translate(draft, en.locale)
    Revision.objects.update(approved_go_live_at=None)
    with TestCase.captureOnCommitCallbacks(execute=True):
        response = browser(publisher).post(
            reverse("wagtailadmin_pages:edit", args=[english.pk]), {"action": "publish"}
        )
    assert any("is under embargo: it is not live yet" in one for one in said(response))
    assert not any("Published" in one for one in said(response))
    assert _waits_until(english) == until


def test_new_words_of_a_translation_do_not_leak_into_the_page_that_is_live(
    zh: Tree, en: Tree, until: datetime.datetime
) -> None:
    page = article(zh.news, "旧标题", summary="旧摘要")
    english = translate(page, en.locale, title="Old title", summary="Old summary")
    page.embargo_until = until
    page.save_revision()
    translate(page, en.locale, title="New title", summary="New summary")
    kept = ArticlePage.objects.get(pk=english.pk)
    assert (kept.live, kept.title, kept.summary) == (True, "Old title", "Old summary")
    assert kept.get_latest_revision_as_object().title == "New title"


def test_an_embargo_set_by_code_on_a_live_page_is_kept_and_its_words_are_not(
    zh: Tree, until: datetime.datetime
) -> None:
    page = article(zh.news, "旧标题")
    page.title, page.embargo_until = "新标题", until
    page.save()
    kept = ArticlePage.objects.get(pk=page.pk)
    assert (kept.live, kept.title, kept.embargo_until) == (True, "旧标题", until)


def test_a_copy_of_the_page_is_under_the_same_embargo(draft: ArticlePage, until: datetime.datetime) -> None:
    copy = CopyPageAction(draft, update_attrs={"slug": "copy"}).execute(skip_permission_checks=True)
    copy.save_revision().publish()
    assert _waits_until(copy) == until


def test_whoever_opens_the_draft_is_told(draft: ArticlePage, zh: Tree, en: Tree) -> None:
    english = translate(draft, en.locale)
    client: Client = browser(member(RoleKey.EDITOR))
    for page in (draft, english):
        answer = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
        assert "Under embargo until" in answer.content.decode()


def test_a_page_without_embargo_is_published_as_ever(zh: Tree, publisher: Any) -> None:
    page = article(zh.news, "快讯")
    form = article_form(title="快讯二")
    response = browser(publisher).post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form)
    assert not any("embargo" in one for one in said(response))
    assert ArticlePage.objects.get(pk=page.pk).title == "快讯二"


def test_an_embargo_that_is_over_holds_nobody_up(zh: Tree) -> None:
    page = article(zh.news, "旧稿", embargo_until=timezone.now() - datetime.timedelta(days=1))
    assert Page.objects.get(pk=page.pk).live


def test_an_expiry_before_the_embargos_end_is_told_in_the_form(
    draft: ArticlePage, publisher: Any, until: datetime.datetime
) -> None:
    before = timezone.localtime(until) - datetime.timedelta(days=1)
    form = article_form(
        embargo_until=f"{timezone.localtime(until):%Y-%m-%d %H:%M}", expire_at=f"{before:%Y-%m-%d %H:%M}"
    )
    response = browser(publisher).post(reverse("wagtailadmin_pages:edit", args=[draft.pk]), form)
    assert response.status_code == 200
    assert "before expiry" in response.content.decode()


def test_saving_a_draft_costs_one_question_for_the_embargo(
    draft: ArticlePage, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        draft._keep_embargo_in_all_languages()


def test_a_source_that_waits_can_be_sent_for_translation(draft: ArticlePage, en: Tree) -> None:
    source, _ = TranslationSource.get_or_create_from_instance(draft)
    assert source.as_instance().embargo_until == draft.embargo_until
