"""Who has work that is due hears of it once, in one mail, in the own language."""

import datetime
from typing import Any

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.utils import timezone
from pytest_django import Settings

from designcity.times import today
from newsroom.models import RoleKey
from tests.conftest import Tree
from tests.designcity.mails.broken import AWAY, WORKS
from tests.factories import article
from tests.newsroom.people import member
from tests.translation.board.steps import status
from translating.assignments.assigning import assign
from translating.board.states import State
from translating.models import Assignment, TranslationStatus

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


@pytest.fixture
def editor() -> Any:
    """Who hands out the work."""
    return member(RoleKey.EDITOR)


@pytest.fixture
def translator() -> Any:
    """Who does it, with the editors' interface in Chinese."""
    return member(RoleKey.TRANSLATOR, "en", language="zh-hans")


def _given(tree: Tree, title: str, person: Any, by: Any, due: int) -> Any:
    """Give somebody a piece of work some days ago that is due in so many days."""
    line = status(article(tree.news, title))
    assign([line], person, by, today() + due * DAY)
    Assignment.objects.filter(status=line).update(assigned_at=timezone.now() - 2 * DAY)
    return line


def test_one_mail_names_what_is_due_by_tomorrow_and_nothing_else(
    zh: Tree, en: Tree, editor: Any, translator: Any
) -> None:
    for title, due in (("昨天文", -1), ("今天文", 0), ("明天文", 1), ("后天文", 2)):
        _given(zh, title, translator, editor, due)
    call_command("remind_translators")
    [told] = mail.outbox
    assert told.to == ["translator@example.org"]
    assert [title in told.body for title in ("昨天文", "今天文", "明天文", "后天文")] == [True] * 3 + [False]
    assert "英语" in told.body
    assert "?who=mine" in told.body


def test_each_is_said_once_until_it_gets_another_day(zh: Tree, en: Tree, editor: Any, translator: Any) -> None:
    line = _given(zh, "甲文", translator, editor, 1)
    for _ in range(2):
        call_command("remind_translators")
    assert len(mail.outbox) == 1
    assign([line], translator, editor, today())
    Assignment.objects.update(assigned_at=timezone.now() - 2 * DAY)
    call_command("remind_translators")
    assert len(mail.outbox) == 2


def test_nobody_is_reminded_of_what_was_given_today_is_done_or_cannot_be_told(
    zh: Tree, en: Tree, editor: Any, translator: Any
) -> None:
    assign([status(article(zh.news, "今天给的"))], translator, editor, today())
    done = _given(zh, "已完成", translator, editor, 0)
    TranslationStatus.objects.filter(pk=done.pk).update(state=State.LIVE)
    nowhere = member(RoleKey.PUBLISHER)
    nowhere.email = ""
    nowhere.save()
    _given(zh, "无邮箱", nowhere, editor, 0)
    call_command("remind_translators")
    assert mail.outbox == []


def test_a_reminder_that_was_not_taken_is_given_the_next_time(
    zh: Tree, en: Tree, editor: Any, translator: Any, settings: Settings
) -> None:
    _given(zh, "甲文", translator, editor, 0)
    settings.EMAIL_BACKEND = AWAY
    with pytest.raises(CommandError, match="1 mails could not be sent"):
        call_command("remind_translators")
    settings.EMAIL_BACKEND = WORKS
    call_command("remind_translators")
    assert len(mail.outbox) == 1
