"""Who gets work is told by mail, in the own language, once; what cannot be sent is not lost."""

import datetime
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from newsroom.models import RoleKey
from tests.conftest import Tree
from tests.designcity.mails.broken import AWAY, WORKS
from tests.factories import article
from tests.newsroom.people import member
from tests.translation.board.steps import status
from translating.assignments import mailing
from translating.assignments.assigning import assign, give_back, take
from translating.models import Assignment

pytestmark = pytest.mark.django_db


@pytest.fixture
def committed(django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> Any:
    """Carry out what waits for a commit at the end of the block."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def _lines(tree: Tree, *titles: str) -> list[Any]:
    return [status(article(tree.news, title)) for title in titles]


def test_one_mail_lists_what_was_assigned(zh: Tree, en: Tree, committed: Any) -> None:
    editor, translator = member(RoleKey.EDITOR), member(RoleKey.TRANSLATOR, "en")
    with committed():
        assign(_lines(zh, "甲文", "乙文"), translator, editor, datetime.date(2099, 5, 1), "先译标题")
    mailing.tell.call(translator.pk)
    [told] = mail.outbox
    assert told.to == ["translator@example.org"]
    assert told.subject == "2 translations are yours to do"
    for words in ("甲文", "乙文", "May 1, 2099", "Assigned by editor", "先译标题", "/admin/", "?who=mine"):
        assert words in told.body
    assert told.body.count("甲文") == 1


def test_the_mail_speaks_the_language_of_who_reads_it(zh: Tree, en: Tree) -> None:
    translator = member(RoleKey.TRANSLATOR, "en", language="zh-hans")
    assign(_lines(zh, "甲文"), translator, member(RoleKey.EDITOR))
    mailing.tell.call(translator.pk)
    assert "甲文 (英语)" in mail.outbox[0].body


def test_nobody_is_told_twice_or_of_own_doing(zh: Tree, en: Tree) -> None:
    first, second = _lines(zh, "甲文", "乙文")
    editor, translator = member(RoleKey.EDITOR), member(RoleKey.TRANSLATOR, "en")
    take([first], translator)
    assign([second], editor, by=editor)
    for user in (editor, translator):
        assert mailing.tell.call(user.pk) is False
    assign([first], translator, by=editor)
    assert mailing.tell.call(translator.pk) is True
    assert mailing.tell.call(translator.pk) is False
    assert len(mail.outbox) == 1


def test_what_was_given_back_meanwhile_is_not_told(zh: Tree, en: Tree) -> None:
    lines = _lines(zh, "甲文")
    translator = member(RoleKey.TRANSLATOR, "en")
    assign(lines, translator, member(RoleKey.EDITOR))
    give_back(lines)
    mailing.tell.call(translator.pk)
    assert mail.outbox == []


def test_a_mail_that_cannot_be_sent_loses_no_assignment_and_is_tried_again(
    zh: Tree, en: Tree, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    translator = member(RoleKey.TRANSLATOR, "en")
    assign(_lines(zh, "甲文"), translator, member(RoleKey.EDITOR))
    settings.EMAIL_BACKEND = AWAY
    assert mailing.tell.call(translator.pk) is False
    assert Assignment.objects.get().person == translator
    settings.EMAIL_BACKEND = WORKS
    monkeypatch.setattr(mailing, "PAUSE", datetime.timedelta())
    for _ in range(2):
        call_command("send_waiting_mails")
    assert len(mail.outbox) == 1


def test_very_much_work_makes_no_endless_mail(zh: Tree, en: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mailing, "MOST", 1)
    translator = member(RoleKey.TRANSLATOR, "en")
    assign(_lines(zh, "甲文", "乙文", "丙文"), translator, member(RoleKey.EDITOR))
    mailing.tell.call(translator.pk)
    assert "And 2 more." in mail.outbox[0].body
    assert "丙文" not in mail.outbox[0].body
