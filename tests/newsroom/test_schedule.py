"""Scheduled publishing: nothing is lost, whatever fails; editors see what failed and why."""

import datetime
from typing import Any

import pytest
from django.core.management import call_command
from django.db import DatabaseError
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Page, PageLogEntry, Revision
from wagtail.signals import page_published

from news.models import ArticlePage
from newsroom.models import RoleKey, ScheduleFailure
from tests.conftest import Tree
from tests.factories import article, image
from tests.newsroom.people import browser, member
from tests.reading import page as seen
from tests.reading import queries

pytestmark = pytest.mark.django_db

MINUTE = datetime.timedelta(minutes=1)


def scheduled(tree: Tree, title: str, minutes_ago: int = 1, **fields: Any) -> ArticlePage:
    """Return an unpublished article that was to go live some minutes ago."""
    page = tree.news.add_child(instance=ArticlePage(title=title, live=False, **fields))
    page.go_live_at = timezone.now() + datetime.timedelta(days=1)
    page.save_revision().publish()
    due = timezone.now() - minutes_ago * MINUTE
    revision = Revision.objects.get(object_id=str(page.pk))
    revision.content["go_live_at"] = due.isoformat()
    revision.approved_go_live_at = due
    revision.save()
    return page


def is_live(page: Page) -> bool:
    return bool(Page.objects.get(pk=page.pk).live)


def waits(page: Page) -> bool:
    return Revision.objects.filter(object_id=str(page.pk), approved_go_live_at__isnull=False).exists()


def _fail_for(title: str, error: BaseException) -> Any:
    """Let everything that listens to the publishing of one page meet an error."""

    def receiver(instance: Page, **kwargs: Any) -> None:
        if instance.title == title:
            raise error

    page_published.connect(receiver, weak=False, dispatch_uid="failing")
    return receiver


@pytest.fixture(autouse=True)
def _failing_no_more() -> Any:
    yield
    page_published.disconnect(dispatch_uid="failing")


def test_what_is_due_goes_live_and_what_is_not_waits(zh: Tree) -> None:
    due, later = scheduled(zh, "到点了"), scheduled(zh, "还没到", minutes_ago=-60)
    call_command("publish_scheduled")
    assert (is_live(due), waits(due)) == (True, False)
    assert (is_live(later), waits(later)) == (False, True)
    assert PageLogEntry.objects.filter(page=due.pk, action="wagtail.publish.scheduled").count() == 1


def test_a_page_that_fails_first_stops_no_other_and_stays_scheduled(zh: Tree) -> None:
    failing, good = scheduled(zh, "出错的", minutes_ago=9), scheduled(zh, "好的")
    _fail_for("出错的", RuntimeError("index"))
    call_command("publish_scheduled")
    assert is_live(good)
    assert (is_live(failing), waits(failing)) == (False, True)
    page_published.disconnect(dispatch_uid="failing")
    call_command("publish_scheduled")
    assert (is_live(failing), waits(failing)) == (True, False)
    assert not ScheduleFailure.objects.exists()


@pytest.mark.parametrize("error", [KeyboardInterrupt(), SystemExit(9)])
def test_what_is_interrupted_stays_scheduled(zh: Tree, error: BaseException) -> None:
    first, second = scheduled(zh, "断在这里", minutes_ago=9), scheduled(zh, "后面的")
    _fail_for("断在这里", error)
    with pytest.raises(type(error)):
        call_command("publish_scheduled")
    assert [is_live(first), waits(first), is_live(second), waits(second)] == [False, True, False, True]


@pytest.mark.parametrize(
    ("error", "reason"),
    [(RuntimeError("x"), "unexpected"), (DatabaseError("x"), "database")],
)
def test_a_failure_is_kept_with_since_when_and_why(zh: Tree, error: Exception, reason: str) -> None:
    page = scheduled(zh, "出错的")
    _fail_for("出错的", error)
    call_command("publish_scheduled")
    since = ScheduleFailure.objects.get().failed_since
    call_command("publish_scheduled")
    failure = ScheduleFailure.objects.get()
    assert (failure.failed_since, failure.attempts, failure.reason) == (since, 2, reason)
    assert failure.content_object == Page.objects.get(pk=page.pk)


def test_a_page_that_is_not_filled_in_rightly_is_named_with_its_field(zh: Tree) -> None:
    page = scheduled(zh, "缺说明", lead_image=image(), lead_image_alt="桌子")
    revision = Revision.objects.get(object_id=str(page.pk))
    revision.content["lead_image_alt"] = ""
    revision.save()
    call_command("publish_scheduled")
    failure = ScheduleFailure.objects.get()
    assert failure.reason == "invalid"
    label = str(ArticlePage._meta.get_field("lead_image_alt").verbose_name)
    assert failure.detail.lower().startswith(label.lower())
    assert waits(page)


def test_a_page_whose_link_leads_nowhere_since_it_was_approved_waits_until_it_is_mended(zh: Tree) -> None:
    target = article(zh.news, "以后删掉")
    link = f'<p><a linktype="page" id="{target.pk}">去看看</a></p>'
    page = scheduled(zh, "有链接", body=[("text", link)])
    target.delete()
    with translation.override("en"):
        call_command("publish_scheduled")
    failure = ScheduleFailure.objects.get()
    assert (is_live(page), waits(page), failure.reason) == (False, True, "invalid")
    assert failure.detail == "Text: Take this link out or choose another page: its page was deleted."
    mended = Page.objects.get(pk=page.pk).get_latest_revision_as_object()
    mended.body = []
    mended.save_revision().publish()
    call_command("publish_scheduled")
    assert is_live(page)
    assert not ScheduleFailure.objects.exists()


def test_a_failure_that_editors_settled_is_forgotten(zh: Tree) -> None:
    page = scheduled(zh, "出错的")
    _fail_for("出错的", RuntimeError("x"))
    call_command("publish_scheduled")
    Revision.objects.filter(object_id=str(page.pk)).update(approved_go_live_at=None)
    call_command("publish_scheduled")
    assert not ScheduleFailure.objects.exists()


def test_expired_pages_are_taken_down_although_one_fails(zh: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    failing, good = article(zh.news, "下不来"), article(zh.news, "下线")
    Page.objects.filter(pk__in=[failing.pk, good.pk]).update(expire_at=timezone.now() - MINUTE)
    unpublish = Page.unpublish

    def fails(page: Page, **kwargs: Any) -> None:
        if page.title == "下不来":
            raise RuntimeError("x")
        unpublish(page, **kwargs)

    monkeypatch.setattr(Page, "unpublish", fails)
    call_command("publish_scheduled")
    assert (is_live(failing), is_live(good)) == (True, False)
    assert Page.objects.get(pk=good.pk).expired
    assert ScheduleFailure.objects.get().step == "expire"


def test_a_page_below_one_that_was_unpublished_is_published_all_the_same(zh: Tree) -> None:
    page = scheduled(zh, "父页下线了")
    zh.news.unpublish()
    call_command("publish_scheduled")
    assert is_live(page)


def test_the_placeholder_of_a_scheduled_page_goes_live_with_it_and_not_before(zh: Tree, en: Tree) -> None:
    page = zh.news.add_child(instance=ArticlePage(title="明天发", live=False))
    placeholder = page.copy_for_translation(en.locale, alias=True)
    page.go_live_at = timezone.now() + datetime.timedelta(days=1)
    page.save_revision().publish()
    assert not is_live(placeholder)
    page.go_live_at = None
    page.save_revision().publish()
    assert is_live(placeholder)


def test_a_dry_run_changes_nothing(zh: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    page = scheduled(zh, "到点了")
    call_command("publish_scheduled", dryrun=True)
    assert "到点了" in capsys.readouterr().out
    assert not is_live(page)


def _failures(zh: Tree, count: int) -> None:
    page_published.disconnect(dispatch_uid="failing")
    first = ScheduleFailure.objects.count()
    for number in range(first, first + count):
        scheduled(zh, f"出错的{number}")
    page_published.connect(_always_fails, dispatch_uid="failing")
    call_command("publish_scheduled")


def _always_fails(**kwargs: Any) -> None:
    raise RuntimeError("x")


def test_editors_see_what_failed_in_the_report_and_on_the_page(zh: Tree) -> None:
    _failures(zh, 1)
    client = browser(member(RoleKey.EDITOR))
    report = seen(client, reverse("newsroom_failures")).get_text(" ")
    assert "出错的0" in report
    assert "Something unexpected happened." in report
    form = seen(client, reverse("wagtailadmin_pages:edit", args=[ScheduleFailure.objects.get().object_id]))
    assert "It is tried again every minute." in form.get_text(" ")


def test_the_report_is_for_those_who_may_see_it(zh: Tree) -> None:
    client: Client = browser(member(RoleKey.WRITER))
    assert client.get(reverse("newsroom_failures")).status_code == 302


def test_the_report_costs_the_same_for_many_failures(
    zh: Tree, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = browser(member(RoleKey.PUBLISHER))
    _failures(zh, 1)
    few = len(queries(client, reverse("newsroom_failures")))
    _failures(zh, 6)
    with django_assert_num_queries(few):
        seen(client, reverse("newsroom_failures"))
