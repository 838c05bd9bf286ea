"""What waits is tried again, more and more seldom; what fails stops nothing else."""

import datetime

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone
from pytest_django import Settings
from wagtail import hooks

from designcity.mails.kept import MOST_ATTEMPTS, PAUSE
from designcity.mails.letters import Letter
from designcity.mails.waiting import HOOK
from removals.models import RemovalRequest, RequestMail
from tests.conftest import Tree
from tests.designcity.mails.broken import AWAY
from tests.removals.requests.claims import claim

pytestmark = pytest.mark.django_db
LONG_AGO = datetime.timedelta(days=5)


@pytest.fixture
def asked(zh: Tree) -> RemovalRequest:
    """A request whose mail to the claimant waits since long ago."""
    made = claim()
    _written(LONG_AGO)
    return made


def _written(ago: datetime.timedelta) -> None:
    RequestMail.objects.update(written_at=timezone.now() - ago)


@pytest.mark.parametrize("failed", [0, 1, 5, MOST_ATTEMPTS - 1])
def test_each_failure_doubles_the_pause(asked: RemovalRequest, failed: int) -> None:
    RequestMail.objects.update(attempts=failed)
    pause = PAUSE * 2**failed
    _written(pause - datetime.timedelta(seconds=30))
    assert not RequestMail.objects.due().exists()
    _written(pause + datetime.timedelta(seconds=30))
    assert RequestMail.objects.due().exists()


def test_a_server_that_is_away_for_two_days_loses_no_mail(asked: RemovalRequest) -> None:
    assert datetime.timedelta(days=2) < PAUSE * 2 ** (MOST_ATTEMPTS - 1)


def test_a_mail_that_cannot_be_composed_keeps_no_other_from_going(
    asked: RemovalRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim(email="qian@example.org")
    _written(LONG_AGO)
    letter = RequestMail.letter

    def broken(self: RequestMail) -> Letter:
        if self.request_id == asked.pk:
            raise LookupError
        return letter(self)

    monkeypatch.setattr(RequestMail, "letter", broken)
    call_command("send_waiting_mails")
    assert [one.to for one in mail.outbox] == [["qian@example.org"]]
    assert asked.mails.get().attempts == 1


def test_rooms_that_keep_it_otherwise_are_asked_and_one_that_fails_stops_nothing(
    asked: RemovalRequest, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails() -> int:
        raise LookupError

    with hooks.register_temporarily([(HOOK, fails), (HOOK, lambda: 3)]):
        call_command("send_waiting_mails")
    assert "Sent 4 mails" in capsys.readouterr().out


def test_what_nobody_is_to_read_any_more_is_not_kept(asked: RemovalRequest, settings: Settings) -> None:
    RemovalRequest.objects.update(email="")
    settings.EMAIL_BACKEND = AWAY
    call_command("send_waiting_mails")
    assert not RequestMail.objects.exists()
