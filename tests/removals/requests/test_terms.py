"""Deadlines are reminded of, and personal data goes when its term is over."""

import datetime
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings

from designcity.private_files import private_storage
from designcity.times import today
from removals.models import RemovalRequest, RequestMail, RequestMessage, RequestNote
from removals.requests import handling
from removals.requests.kinds import State
from removals.requests.mails import MailKind
from tests.conftest import Tree
from tests.removals.requests.claims import claim, pdf, sent

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


def _due(asked: RemovalRequest, days: int, **fields: Any) -> None:
    RemovalRequest.objects.filter(pk=asked.pk).update(due_on=today() + days * DAY, **fields)


def _reminders() -> int:
    return RequestMail.objects.filter(kind=MailKind.REMINDER).count()


def test_the_deadline_is_the_setting(zh: Tree, settings: Settings) -> None:
    settings.REQUEST_DEADLINE_DAYS = 3
    assert claim().due_on == today() + 3 * DAY


@pytest.mark.parametrize(("days", "reminders"), [(3, 0), (2, 1), (0, 1), (-5, 1)])
def test_the_office_is_reminded_before_and_after(
    asked: RemovalRequest, officer: Any, days: int, reminders: int
) -> None:
    _due(asked, days)
    call_command("remind_requests")
    assert _reminders() == reminders


def test_reminding_again_on_the_same_day_changes_nothing(asked: RemovalRequest, officer: Any) -> None:
    _due(asked, 0)
    for _ in range(3):
        call_command("remind_requests")
    assert _reminders() == 1
    _due(asked, 0, reminded_on=today() - DAY)
    call_command("remind_requests")
    assert _reminders() == 2


@pytest.mark.parametrize("state", [State.WAITING, State.GRANTED, State.DECLINED, State.UNDONE])
def test_what_is_not_on_the_desk_is_not_reminded_of(asked: RemovalRequest, officer: Any, state: State) -> None:
    _due(asked, -5, state=state)
    call_command("remind_requests")
    assert _reminders() == 0


def _decided(days_ago: float, officer: Any) -> RemovalRequest:
    asked = claim(
        [sent("a.pdf", pdf())], owner="钱进", passage="一段", organisation="社", address="https://e.org"
    )
    handling.hear(asked, "附上。", [sent("b.txt", b"b")])
    handling.note(asked, "备注", officer)
    handling.move(asked, State.DECLINED, officer, "理由")
    at = timezone.now() - days_ago * DAY
    RemovalRequest.objects.filter(pk=asked.pk).update(decided_at=at)
    return asked


def test_after_the_term_everything_personal_is_gone_and_the_decision_stays(zh: Tree, officer: Any) -> None:
    asked = _decided(366, officer)
    names = list(asked.files.values_list("file", flat=True))
    events = asked.events.count()
    call_command("forget_requests")
    asked.refresh_from_db()
    assert [getattr(asked, name) for name in RemovalRequest.PERSONAL] == [""] * len(RemovalRequest.PERSONAL)
    assert asked.state == State.DECLINED
    assert asked.number
    assert asked.received_at
    assert asked.decided_at
    for model in (RequestMessage, RequestNote, RequestMail):
        assert not model._default_manager.exists()
    assert not asked.files.exists()
    assert len(names) == 2
    assert [name for name in names if private_storage().exists(name)] == []
    assert asked.events.count() == events + 1


def test_nothing_of_a_claimant_is_anywhere_in_what_stays(zh: Tree, officer: Any) -> None:
    asked = _decided(366, officer)
    call_command("forget_requests")
    asked.refresh_from_db()
    kept = str(list(RemovalRequest.objects.values())) + str(list(asked.events.values()))
    for personal in ("赵敏", "zhao@", "13800000000", "钱进", "文章是我写的"):
        assert personal not in kept


@pytest.mark.parametrize("days", [0, 364])
def test_before_the_term_everything_stays(zh: Tree, officer: Any, days: int) -> None:
    asked = _decided(days, officer)
    call_command("forget_requests")
    asked.refresh_from_db()
    assert asked.name == "赵敏"


def test_what_is_not_decided_stays_however_old(asked: RemovalRequest) -> None:
    RemovalRequest.objects.filter(pk=asked.pk).update(received_at=timezone.now() - 999 * DAY)
    call_command("forget_requests")
    asked.refresh_from_db()
    assert asked.name == "赵敏"


def test_a_run_that_ended_half_way_is_finished_by_the_next(zh: Tree, officer: Any) -> None:
    asked = _decided(366, officer)
    first = asked.files.first()
    assert first is not None
    private_storage().delete(str(first.file.name))
    for _ in range(2):
        call_command("forget_requests")
    assert not asked.files.exists()


def test_a_forgotten_request_can_be_read_at_the_desk_and_not_be_handled(
    zh: Tree, officer: Any, desk: Client
) -> None:
    asked = _decided(366, officer)
    call_command("forget_requests")
    response = desk.get(asked.desk_path)
    assert response.status_code == 200
    assert "<textarea" not in response.content.decode()
    with pytest.raises(handling.Refused):
        handling.answer(asked, "您好", officer)
