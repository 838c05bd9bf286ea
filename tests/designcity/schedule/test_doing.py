"""What goes wrong is logged and tried again; what is done once a day is done although the process restarts."""

import datetime
from typing import Any

import pytest
from django.core.management import CommandError
from django.utils import timezone
from pytest_django import Settings

from designcity.schedule import doing
from designcity.schedule.doing import do
from designcity.schedule.models import DailyRun, last_time
from designcity.schedule.plan import EACH_MINUTE, EACH_NIGHT

DAY = datetime.timedelta(days=1)


class Commands:
    """Stands in for the commands, and for the connections of the thread that runs them."""

    def __init__(self) -> None:
        self.ran: list[tuple[str, ...]] = []
        self.raised: BaseException | None = None
        self.closed = 0

    def __call__(self, *words: str) -> None:
        self.ran.append(words)
        if self.raised is not None:
            raise self.raised

    def close_all(self) -> None:
        """Count instead of closing the test's own connection."""
        self.closed += 1


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> Commands:
    """Commands that only note what was run."""
    made = Commands()
    monkeypatch.setattr(doing, "call_command", made)
    monkeypatch.setattr(doing, "connections", made)
    return made


@pytest.mark.parametrize(
    ("raised", "said"),
    [
        (LookupError("a bug"), "a bug"),
        (CommandError("no mail server"), "search forget: no mail server"),
        (SystemExit(2), "search forget: 2"),
    ],
)
def test_what_goes_wrong_is_logged_and_ends_nothing(
    commands: Commands, caplog: pytest.LogCaptureFixture, raised: BaseException, said: str
) -> None:
    commands.raised = raised
    do("search forget", EACH_MINUTE)
    assert commands.ran == [("search", "forget")]
    assert said in caplog.text
    assert "search forget" in caplog.text
    assert commands.closed == 1


@pytest.mark.django_db
def test_what_is_daily_waits_for_its_first_hour_and_is_done_once(commands: Commands) -> None:
    do("forget_requests", EACH_NIGHT)
    assert commands.ran == []
    DailyRun.objects.update(done_at=timezone.now() - DAY)
    for _ in range(2):
        do("forget_requests", EACH_NIGHT)
    assert commands.ran == [("forget_requests",)]


@pytest.mark.django_db
def test_what_is_daily_and_failed_is_still_to_be_done(commands: Commands) -> None:
    DailyRun.objects.create(command="forget_requests", done_at=timezone.now() - DAY)
    commands.raised = CommandError("no mail server")
    do("forget_requests", EACH_NIGHT)
    commands.raised = None
    for _ in range(2):
        do("forget_requests", EACH_NIGHT)
    assert len(commands.ran) == 2


@pytest.mark.parametrize(
    ("now", "struck"),
    [
        ("2026-11-26T02:59:00", "2026-11-25T03:00:00"),
        ("2026-11-26T03:00:00", "2026-11-26T03:00:00"),
        ("2026-11-26T23:00:00", "2026-11-26T03:00:00"),
    ],
)
def test_the_hour_is_that_of_the_sites_clock(settings: Settings, now: str, struck: str) -> None:
    def moment(text: str) -> Any:
        return datetime.datetime.fromisoformat(text).replace(tzinfo=timezone.get_default_timezone())

    assert last_time(3, moment(now)) == moment(struck)
    assert last_time(3, moment(now).astimezone(datetime.UTC)) == moment(struck)
