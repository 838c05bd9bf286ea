"""Once a week, those who decide on rights are told what runs out, each in their language."""

import datetime
from typing import Any

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.utils import timezone
from pytest_django import Settings

from newsroom.models import RoleKey
from provenance.models import Source, WeeklyMail
from provenance.running_out import mailing
from tests.conftest import Tree
from tests.designcity.mails.broken import AWAY, WORKS
from tests.factories import article, image, source
from tests.newsroom.people import member

pytestmark = pytest.mark.django_db


def _day(days: int) -> datetime.date:
    return timezone.localdate() + datetime.timedelta(days=days)


@pytest.fixture
def daily(zh: Tree, en: Tree) -> Source:
    """A source in two languages whose permission ends in ten days."""
    made = source("示例日报", locale=zh.locale, permission_until=_day(10))
    english = made.copy_for_translation(en.locale)
    english.name = "Sample Daily"
    english.save()
    return made


def _told() -> dict[str, Any]:
    return {message.to[0]: message for message in mail.outbox}


def test_everybody_who_decides_is_told_in_their_language(zh: Tree, daily: Source) -> None:
    member(RoleKey.RIGHTS_OFFICER, language="zh-hans")
    member(RoleKey.ADMINISTRATOR, language="en")
    member(RoleKey.EDITOR)
    call_command("mail_what_runs_out")
    told = _told()
    assert set(told) == {"rights_officer@example.org", "administrator@example.org"}
    assert "示例日报" in told["rights_officer@example.org"].body
    assert "Sample Daily" in told["administrator@example.org"].body
    assert f"/admin/snippets/provenance/source/edit/{daily.pk}/" in told["administrator@example.org"].body
    assert told["administrator@example.org"].body.count("Sample Daily") == 1


def test_pictures_in_use_are_named_and_others_are_not(zh: Tree) -> None:
    member(RoleKey.RIGHTS_OFFICER)
    used = image("会场 <1>", expires_on=_day(5))
    image("没人用", expires_on=_day(5))
    later = image("还早", expires_on=_day(31))
    draft = image("草稿里", expires_on=_day(5))
    article(zh.news, "甲", lead_image=used, lead_image_alt="x")
    article(zh.news, "乙", lead_image=later, lead_image_alt="x")
    article(zh.news, "丙", lead_image=draft, lead_image_alt="x").unpublish()
    call_command("mail_what_runs_out")
    [message] = mail.outbox
    assert "会场 <1>" in message.body
    assert not {"没人用", "还早", "草稿里"} & set(message.body.split())


def test_nobody_is_told_twice_in_a_week(daily: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    member(RoleKey.RIGHTS_OFFICER)
    call_command("mail_what_runs_out")
    call_command("mail_what_runs_out")
    assert len(mail.outbox) == 1
    monkeypatch.setattr(mailing.timezone, "localdate", lambda: _today_next_week)
    call_command("mail_what_runs_out")
    assert len(mail.outbox) == 2


_today_next_week = datetime.date.today() + datetime.timedelta(days=7)


def test_nothing_is_sent_when_nothing_runs_out(zh: Tree) -> None:
    member(RoleKey.RIGHTS_OFFICER)
    source("晚报", locale=zh.locale, permission_until=_day(-1))
    call_command("mail_what_runs_out")
    assert mail.outbox == []
    assert not WeeklyMail.objects.exists()


def test_people_without_address_or_account_are_left_out(daily: Source) -> None:
    nowhere, gone = member(RoleKey.RIGHTS_OFFICER), member(RoleKey.ADMINISTRATOR)
    nowhere.email, gone.is_active = "", False
    nowhere.save()
    gone.save()
    call_command("mail_what_runs_out")
    assert mail.outbox == []


def test_a_mail_that_was_not_taken_is_tried_again(daily: Source, settings: Settings) -> None:
    member(RoleKey.RIGHTS_OFFICER)
    settings.EMAIL_BACKEND = AWAY
    with pytest.raises(CommandError, match="1 mails could not be sent"):
        call_command("mail_what_runs_out")
    assert not WeeklyMail.objects.exists()
    settings.EMAIL_BACKEND = WORKS
    call_command("mail_what_runs_out")
    assert len(mail.outbox) == 1
