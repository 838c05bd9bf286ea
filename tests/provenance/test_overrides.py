"""Rights that are not settled stop publishing, until who may gives a reason, which is kept."""

import datetime
from typing import Any

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from designcity.written_once import Refused
from news.models import ArticlePage
from newsroom.checks.running import must_be_mended, of_fields
from newsroom.models import RoleKey, ScheduleFailure
from provenance.models import Override
from tests.admin.writing import article_form
from tests.conftest import Tree
from tests.factories import article, image, source
from tests.newsroom.people import browser, member
from tests.newsroom.test_schedule import scheduled

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("said_in_english")]
REPOST = {"source_kind": "repost"}
REASON = {"reason_to_publish": "来源已电话确认。"}


@pytest.fixture
def administrator(zh: Tree) -> Client:
    """A browser of an administrator."""
    return browser(member(RoleKey.ADMINISTRATOR))


def _add(client: Client, tree: Tree, **fields: Any) -> Any:
    address = reverse("wagtailadmin_pages:add", args=["news", "articlepage", tree.news.pk])
    return client.post(address, article_form(**fields))


def _draft(tree: Tree, **fields: Any) -> ArticlePage:
    page = article(tree.news, "转载的稿件")
    page.unpublish()
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision(clean=False)
    return ArticlePage.objects.get(pk=page.pk)


def _edit(client: Client, page: Page, **fields: Any) -> Any:
    form = article_form(slug=page.slug, **fields)
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form)


def test_a_refused_publication_asks_an_administrator_for_a_reason(administrator: Client, zh: Tree) -> None:
    html = _add(administrator, zh, **REPOST).content.decode()
    assert 'name="reason_to_publish"' in html
    assert 'href="#:w:contentpath=source"' in html
    assert not ArticlePage.objects.exists()


def test_a_publisher_is_refused_and_not_asked(zh: Tree) -> None:
    publisher = browser(member(RoleKey.PUBLISHER))
    response = _add(publisher, zh, **REPOST, **REASON)
    assert 'name="reason_to_publish"' not in response.content.decode()
    assert list(response.context["form"].errors) == ["source"]
    assert not ArticlePage.objects.exists()
    assert not Override.objects.exists()


def test_a_reason_publishes_the_page_and_is_kept(administrator: Client, zh: Tree) -> None:
    assert _add(administrator, zh, **REPOST, **REASON).status_code == 302
    page = ArticlePage.objects.get()
    assert page.live
    [override] = Override.objects.of_page(page)
    assert (override.user_name, override.reason, override.rights) == (
        "administrator",
        "来源已电话确认。",
        ["source"],
    )
    assert override.sentences == ["Say who the reposted piece comes from."]
    entry = PageLogEntry.objects.get(page=page.pk, action="provenance.override")
    assert "来源已电话确认。" in entry.message
    history = administrator.get(reverse("wagtailadmin_pages:history", args=[page.pk]))
    assert "来源已电话确认。" in history.content.decode()


def test_a_published_page_is_published_again_with_a_reason_only_once(administrator: Client, zh: Tree) -> None:
    page = _draft(zh)
    assert _edit(administrator, page, **REPOST).status_code == 200
    assert _edit(administrator, page, **REPOST, **REASON).status_code == 302
    assert _edit(administrator, page, **REPOST).status_code == 302
    assert Override.objects.count() == 1


def test_a_reason_lets_through_nothing_but_rights(administrator: Client, zh: Tree) -> None:
    picture = image(credit="李影", licence="own")
    response = _add(administrator, zh, **REPOST, **REASON, lead_image=str(picture.pk))
    assert "lead_image_alt" in response.context["form"].errors
    assert not Override.objects.exists()


def test_a_draft_that_is_only_saved_decides_nothing(administrator: Client, zh: Tree) -> None:
    form = article_form(**REPOST, **REASON)
    del form["action-publish"]
    address = reverse("wagtailadmin_pages:add", args=["news", "articlepage", zh.news.pk])
    assert administrator.post(address, form).status_code == 302
    assert not Override.objects.exists()


def test_a_decision_holds_for_what_was_found_and_nothing_else(administrator: Client, zh: Tree) -> None:
    _add(administrator, zh, **REPOST, **REASON)
    page = ArticlePage.objects.get()
    assert must_be_mended(page) == []
    [allowed] = [one for one in of_fields(page) if one.right]
    assert (allowed.severity, "administrator" in allowed.sentence) == ("should", True)
    assert str(allowed.sentence).endswith("来源已电话确认。")
    page.lead_image = image("会场", licence="own")
    page.lead_image_alt = "会场"
    assert [finding.right for finding in must_be_mended(page)] == [f"credit {page.lead_image.pk}"]


def test_the_rights_officer_decides_and_the_publisher_publishes(zh: Tree) -> None:
    page = _draft(zh, **REPOST)
    officer, publisher = browser(member(RoleKey.RIGHTS_OFFICER)), browser(member(RoleKey.PUBLISHER))
    address = reverse("newsroom_decide_on_rights", args=[page.pk])
    assert "Say who the reposted piece comes from." in officer.get(address).content.decode()
    assert officer.post(address, {"reason_to_publish": " "}).status_code == 200
    assert not Override.objects.exists()
    officer.post(address, REASON)
    assert "No right is left to decide on." in officer.get(address).content.decode()
    assert _edit(publisher, page, **REPOST).status_code == 302
    assert ArticlePage.objects.get(pk=page.pk).live


def test_who_may_not_decide_learns_what_to_send_to_those_who_may(zh: Tree) -> None:
    page = _draft(zh, **REPOST)
    checks = reverse("newsroom_checks", args=[page.pk])
    decide = f"http://testserver{reverse('newsroom_decide_on_rights', args=[page.pk])}"
    assert f'value="{decide}"' in browser(member(RoleKey.PUBLISHER)).get(checks).content.decode()
    assert f'href="{decide}"' in browser(member(RoleKey.ADMINISTRATOR)).get(checks).content.decode()
    settled = reverse("newsroom_checks", args=[article(zh.news, "原创").pk])
    assert "/rights/" not in browser(member(RoleKey.EDITOR)).get(settled).content.decode()


def test_nobody_else_decides(zh: Tree) -> None:
    page = _draft(zh, **REPOST)
    address = reverse("newsroom_decide_on_rights", args=[page.pk])
    for key in (RoleKey.PUBLISHER, RoleKey.EDITOR, RoleKey.WRITER):
        assert browser(member(key)).post(address, REASON).status_code == 302
    assert not Override.objects.exists()


def test_several_pages_at_once_are_refused_with_the_way_to_decide(administrator: Client, zh: Tree) -> None:
    page = _draft(zh, **REPOST)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    sent = {"include_descendants": ""}
    response = administrator.post(f"{address}?id={page.pk}&next=/admin/pages/", sent, follow=True)
    assert reverse("newsroom_decide_on_rights", args=[page.pk]) in response.content.decode()


def test_the_schedule_refuses_what_ran_out_meanwhile_and_says_so(zh: Tree) -> None:
    picture = image("会场", credit="李影", licence="permission")
    page = scheduled(zh, "到期的", lead_image=picture, lead_image_alt="会场")
    picture.expires_on = timezone.localdate() - datetime.timedelta(days=1)
    picture.save()
    call_command("publish_scheduled")
    assert not Page.objects.get(pk=page.pk).live
    assert "Take another picture than “会场”" in ScheduleFailure.objects.get().detail


def test_a_source_whose_permission_ended_is_mentioned(zh: Tree) -> None:
    ended = timezone.localdate() - datetime.timedelta(days=1)
    daily = source(locale=zh.locale, permission_until=ended)
    page = article(zh.news, **REPOST, source=daily, source_url="https://daily.example/1")
    [finding] = [one for one in of_fields(page) if "permission" in str(one.sentence)]
    assert finding.severity == "should"
    assert finding.address == reverse("wagtailsnippets_provenance_source:edit", args=[daily.pk])
    daily.permission_until = timezone.localdate()
    assert not daily.permission_has_ended


def test_a_decision_is_neither_changed_nor_removed(administrator: Client, zh: Tree) -> None:
    _add(administrator, zh, **REPOST, **REASON)
    override = Override.objects.get()
    for attempt in (
        override.save,
        override.delete,
        Override.objects.all().delete,
        lambda: Override.objects.update(reason=""),
    ):
        with pytest.raises(Refused):
            attempt()
    ArticlePage.objects.get().delete()
    kept = Override.objects.get()
    assert (kept.page, kept.page_title) == (None, "支撑机构座谈会召开")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE provenance_override SET reason = 'changed'",
        "UPDATE provenance_override SET page_id = NULL, rights = '[]'",
        "UPDATE provenance_override SET user_id = NULL, page_id = page_id + 1",
        "DELETE FROM provenance_override",
    ],
)
def test_the_server_refuses_to_change_or_remove_a_decision(
    administrator: Client, zh: Tree, statement: str
) -> None:
    _add(administrator, zh, **REPOST, **REASON)
    override = Override.objects.get()
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    kept = Override.objects.get()
    assert (kept.reason, kept.page_id, kept.user_id) == (override.reason, override.page_id, override.user_id)


def test_a_decision_outlives_the_account_of_who_made_it(administrator: Client, zh: Tree) -> None:
    _add(administrator, zh, **REPOST, **REASON)
    override = Override.objects.get()
    assert override.user is not None
    override.user.delete()
    assert (Override.objects.get().user, Override.objects.get().user_name) == (None, override.user_name)
