"""The editors' home says what is theirs to do, and nothing twice."""

import datetime
import re
from pathlib import Path
from typing import Any

import pytest
from bs4 import Tag
from django.contrib.auth import get_user_model
from django.contrib.staticfiles import finders
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowPage, WorkflowTask

from newsroom.desk import home
from newsroom.desk.scheduled import scheduled
from newsroom.models import Bundle
from newsroom.publishing import failures
from newsroom.publishing.models import Step
from tests.conftest import Tree
from tests.factories import article, standard_page
from tests.newsroom.office import browser, person, speak, words
from tests.reading import one, page

pytestmark = pytest.mark.django_db
HOME = "/admin/"
PANELS = ["newsroom_waiting", "newsroom_drafts", "newsroom_scheduled"]


def _admin() -> Any:
    return get_user_model().objects.get(username="administrator")


def _panel(client: Client, name: str) -> Tag:
    return one(page(client, HOME), f"#newsroom_{name}-section")


def _titles(client: Client, name: str) -> list[str]:
    return [words(cell) for cell in _panel(client, name).select("tbody td.title")]


def _draft(page_: Any, title: str, user: Any) -> Any:
    page_.title = title
    page_.save_revision(user=user)
    return page_


def _review(tree: Tree, *reviewers: Any) -> Workflow:
    """Let everything below the home page be reviewed by some people."""
    workflow = Workflow.objects.create(name="审核")
    task = GroupApprovalTask.objects.create(name="由编辑部审核")
    task.groups.set(group for reviewer in reviewers for group in reviewer.groups.all())
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(workflow=workflow, page=tree.home)
    return workflow


def _going_online(page_: Any, hours: float) -> Any:
    revision = page_.save_revision()
    revision.approved_go_live_at = timezone.now() + datetime.timedelta(hours=hours)
    revision.save()
    return page_


def _running_out(page_: Page, hours: float) -> Page:
    at = timezone.now() + datetime.timedelta(hours=hours)
    Page.objects.filter(pk=page_.pk).update(expire_at=at)
    return page_


def test_the_panels_stand_in_their_order_in_the_place_of_wagtails(zh: Tree, en: Tree, editor: Client) -> None:
    _draft(article(zh.news), "改过的", _admin())
    shown = [str(panel["id"]) for panel in page(editor, HOME).select("section.w-panel--dashboard")]
    above, below = ["removals_requests", "translating_mine"], ["translating_nobodys"]
    waiting, *others = PANELS
    ours = [f"{name}-section" for name in (*above, waiting, "translating_ready", *others, *below)]
    assert shown == [*ours, "searches-that-found-nothing-section"]


def test_an_empty_panel_says_what_will_stand_there(zh: Tree, editor: Client) -> None:
    for name in ("waiting", "drafts", "scheduled"):
        panel = _panel(editor, name)
        assert len(words(one(panel, ".newsroom-empty"))) > 30
        assert panel.select("table") == []


def test_no_advertisement_of_wagtail_stands_on_the_home(zh: Tree, editor: Client) -> None:
    html = editor.get(HOME).content.decode()
    assert "upgrade-notification" not in html
    assert "whats-new" not in html


# Drafts


def test_my_drafts_are_the_pages_i_changed_last_and_did_not_publish(zh: Tree, editor: Client) -> None:
    other = person("other", zh.news, "change")
    _draft(article(zh.news, "甲"), "甲改", _admin())
    _draft(article(zh.news, "乙"), "乙改", other)
    article(zh.news, "丙")
    assert _titles(editor, "drafts") == ["甲改"]
    assert _titles(browser(other), "drafts") == ["乙改"]


def test_what_i_began_stays_mine_while_somebody_else_writes_in_it(zh: Tree, editor: Client) -> None:
    writer = person("writer", zh.news, "change")
    begun = _draft(article(zh.news), "开始写的", writer)
    Page.objects.filter(pk=begun.pk).update(owner=writer, live=False, first_published_at=None)
    _draft(begun, "编辑改过", _admin())
    assert _titles(browser(writer), "drafts") == ["编辑改过"]
    Page.objects.filter(pk=begun.pk).update(first_published_at=begun.latest_revision_created_at)
    assert _titles(browser(writer), "drafts") == []


def test_a_draft_says_whether_it_is_online_and_leads_to_its_editor(zh: Tree, editor: Client) -> None:
    changed = _draft(article(zh.news), "改过的", _admin())
    row = one(_panel(editor, "drafts"), "tbody tr")
    assert "Online" in words(row)
    assert one(row, "a")["href"] == reverse("wagtailadmin_pages:edit", args=[changed.pk])
    changed.unpublish()
    assert "Taken down" in words(_panel(editor, "drafts"))
    Page.objects.filter(pk=changed.pk).update(first_published_at=None)
    assert "Never published" in words(_panel(editor, "drafts"))


def test_a_draft_that_i_may_no_longer_edit_is_not_mine(zh: Tree) -> None:
    writer = person("writer", zh.news, "change")
    _draft(article(zh.news), "甲改", writer)
    _draft(standard_page(zh.home), "别处", writer)
    assert _titles(browser(writer), "drafts") == ["甲改"]


def test_the_latest_drafts_come_first_and_a_sentence_says_that_there_are_more(zh: Tree, editor: Client) -> None:
    for number in range(home.ROWS + 2):
        _draft(article(zh.news, f"第{number}篇"), f"改{number}", _admin())
    shown = _titles(editor, "drafts")
    assert shown == [f"改{number}" for number in reversed(range(2, home.ROWS + 2))]
    assert "There are more." in words(_panel(editor, "drafts"))


# What waits


def test_a_page_to_review_waits_for_its_reviewers_alone(zh: Tree) -> None:
    writer, reviewer = person("writer", zh.news, "change"), person("reviewer", zh.news, "publish")
    workflow = _review(zh, reviewer)
    page_ = _draft(article(zh.news), "待审", writer)
    workflow.start(page_, writer)
    panel = _panel(browser(reviewer), "waiting")
    assert "待审" in words(panel)
    assert "由编辑部审核" in words(panel)
    assert "From writer" in words(panel)
    assert _titles(browser(writer), "waiting") == []
    assert "In review" in words(_panel(browser(writer), "drafts"))


def test_a_page_that_was_sent_back_waits_for_its_writer_with_the_reviewers_words(zh: Tree) -> None:
    writer, reviewer = person("writer", zh.news, "change"), person("reviewer", zh.news, "publish")
    workflow = _review(zh, reviewer)
    page_ = _draft(article(zh.news), "退回", writer)
    state = workflow.start(page_, writer)
    state.current_task_state.specific.reject(user=reviewer, comment="请补充来源。")
    panel = _panel(browser(writer), "waiting")
    assert "退回" in words(panel)
    assert "请补充来源。" in words(panel)
    assert _titles(browser(writer), "drafts") == []
    assert _titles(browser(reviewer), "waiting") == []


def test_what_has_waited_longest_comes_first(zh: Tree) -> None:
    writer, reviewer = person("writer", zh.news, "change"), person("reviewer", zh.news, "publish")
    workflow = _review(zh, reviewer)
    for title in ("先", "后"):
        workflow.start(_draft(article(zh.news), title, writer), writer)
    assert _titles(browser(reviewer), "waiting") == ["先", "后"]


# Scheduled


def test_what_goes_online_and_runs_out_stands_in_the_order_of_time(zh: Tree, editor: Client) -> None:
    _running_out(article(zh.news, "将下线"), 5)
    _going_online(article(zh.news, "待上线"), 3)
    _running_out(article(zh.news, "更晚下线"), 9)
    assert _titles(editor, "scheduled") == ["待上线", "将下线", "更晚下线"]
    assert "Goes online" in words(_panel(editor, "scheduled"))


def test_a_draft_that_is_to_go_online_says_when_it_runs_out_again(zh: Tree, editor: Client) -> None:
    draft = article(zh.news, "展览", live=False)
    draft.expire_at = timezone.now() + datetime.timedelta(hours=9)
    failures.keep(Step.PUBLISH, _going_online(draft, -1).latest_revision, RuntimeError("x"))
    assert _titles(editor, "scheduled") == ["展览", "展览"]
    panel = words(_panel(editor, "scheduled"))
    assert panel.index("Not done in time") < panel.index("Runs out")
    assert panel.count("Not done in time") == 1


def test_what_is_overdue_is_warned_of(zh: Tree, editor: Client) -> None:
    _going_online(article(zh.news, "迟了"), -1)
    assert "Overdue" in words(_panel(editor, "scheduled"))


def test_what_the_schedule_could_not_do_says_why(zh: Tree, editor: Client) -> None:
    late = _going_online(article(zh.news, "迟了"), -1)
    failures.keep(Step.PUBLISH, late.latest_revision, RuntimeError("x"))
    panel = words(_panel(editor, "scheduled"))
    assert "Not done in time Something unexpected happened." in panel
    assert "Overdue" not in panel


def test_bundles_and_the_end_of_an_embargo_stand_among_what_is_scheduled(zh: Tree, editor: Client) -> None:
    _going_online(article(zh.news, "待上线"), 3)
    for title, hours, state in [("开幕", 2, "scheduled"), ("没成", -1, "failed"), ("还没定", 2, "published")]:
        at = timezone.now() + datetime.timedelta(hours=hours)
        Bundle.objects.create(title=title, state=state, publish_at=at, reason="缺译文" * (state == "failed"))
    kept_back = article(zh.news, "解禁")
    at = timezone.now() + datetime.timedelta(hours=4)
    type(kept_back).objects.filter(pk=kept_back.pk).update(embargo_until=at)
    assert _titles(editor, "scheduled") == ["没成", "开幕", "待上线", "解禁"]
    panel = words(_panel(editor, "scheduled"))
    assert all(said in panel for said in ("Not done in time 缺译文", "Bundle goes online", "Embargo ends"))
    writer = browser(person("writer", zh.news, "change"))
    assert _titles(writer, "scheduled") == ["待上线", "解禁"]


def test_a_scheduled_page_is_no_draft_besides(zh: Tree, editor: Client) -> None:
    planned = _draft(article(zh.news), "待上线", _admin())
    planned.go_live_at = timezone.now() + datetime.timedelta(days=1)
    planned.save_revision(user=_admin()).publish()
    assert _titles(editor, "scheduled") == ["待上线"]
    assert _titles(editor, "drafts") == []


def test_of_what_is_scheduled_only_the_own_sections_are_seen(zh: Tree) -> None:
    _running_out(article(zh.news, "自己的"), 5)
    _running_out(standard_page(zh.home, "别人的"), 5)
    assert _titles(browser(person("writer", zh.news, "change")), "scheduled") == ["自己的"]


def test_an_embargo_that_holds_is_said(zh: Tree) -> None:
    user = person("writer", zh.news, "change")
    page_ = _going_online(article(zh.news), 5)
    until = timezone.now() + datetime.timedelta(hours=1)
    type(page_).objects.filter(pk=page_.pk).update(embargo_until=until)
    with translation.override("en"):
        assert "Embargo" in scheduled(user, 3)[0].note
    type(page_).objects.filter(pk=page_.pk).update(embargo_until=timezone.now() - datetime.timedelta(hours=1))
    assert scheduled(user, 3)[0].note == ""


# All together


def test_whoever_has_nothing_to_do_with_pages_sees_no_panel_of_them(zh: Tree) -> None:
    visitor = browser(person("visitor"))
    assert page(visitor, HOME).select("section.w-panel--dashboard") == []


def _fill(zh: Tree, en: Tree, user: Any, number: int) -> None:
    workflow = Workflow.objects.first() or _review(zh, user)
    for at in range(number):
        _draft(article(zh.news, f"稿{at}"), f"改{at}", user)
        _going_online(article(zh.news, f"待上线{at}"), at + 1)
        _running_out(article(zh.news, f"将下线{at}"), at + 1)
        workflow.start(_draft(article(zh.news), f"待审{at}", user), user)
        state = workflow.start(_draft(article(zh.news), f"退回{at}", user), user)
        state.current_task_state.specific.reject(user=user, comment="改")


def test_many_pages_cost_no_more_queries(zh: Tree, en: Tree) -> None:
    user = person("chief", Page.get_first_root_node(), "add", "change", "publish")
    client, counts = browser(user), []
    for number in (home.ROWS, home.ROWS * 2):
        _fill(zh, en, user, number)
        page(client, HOME)
        with CaptureQueriesContext(connection) as captured:
            page(client, HOME)
        counts.append(len(captured))
    assert counts[1] <= counts[0]
    assert counts[0] <= 45


def test_titles_and_comments_are_shown_as_text(zh: Tree, editor: Client) -> None:
    _draft(article(zh.news), "<b>粗</b>", _admin())
    assert _titles(editor, "drafts") == ["<b>粗</b>"]


def test_the_chinese_home_has_no_inline_script_or_style_of_ours(zh: Tree, en: Tree, editor: Client) -> None:
    speak("administrator", "zh-hans")
    _draft(article(zh.news), "改过的", _admin())
    soup = page(editor, HOME)
    assert str(one(soup, "html")["lang"]).lower() == "zh-hans"
    for panel in soup.select("section.w-panel--dashboard"):
        assert panel.select("style, [style], [onclick], script") == []


def test_the_title_in_the_header_is_written_in_the_direction_of_its_language(editor: Client) -> None:
    link = one(page(editor, HOME), "link[href*='newsroom/css/lists']")
    style = Path(str(finders.find("newsroom/css/lists.css"))).read_text()
    assert link["rel"] == ["stylesheet"]
    assert re.search(r"\.w-breadcrumbs a {\s*unicode-bidi: plaintext;", style)
