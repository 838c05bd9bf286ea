"""Nothing waits for what is slow, nothing is run twice at once, and the end is prompt."""

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from designcity.schedule import keeping
from designcity.schedule.keeping import Schedule
from designcity.schedule.plan import Lane, Pace

OFTEN = Pace("often", 0.02)
SELDOM = Pace("seldom", 3600.0)
PATIENCE = 20.0


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "LOOK_SECONDS", 0.01)
    monkeypatch.setattr(keeping, "GRACE_SECONDS", 0.2)


@contextmanager
def _kept(run: Callable[[str], None], *lanes: Lane) -> Iterator[Schedule]:
    """Keep a schedule beside the block, and see that it ends."""
    schedule = Schedule(lanes, lambda command, pace: run(command))
    thread = threading.Thread(target=schedule.keep)
    thread.start()
    try:
        yield schedule
    finally:
        schedule.end()
        thread.join(PATIENCE)
    assert not thread.is_alive()


def _wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_a_command_that_hangs_delays_no_other_and_is_not_begun_twice() -> None:
    ran: Counter[str] = Counter()
    over = threading.Event()

    def run(command: str) -> None:
        ran[command] += 1
        if command == "hangs":
            over.wait(PATIENCE)

    with _kept(run, Lane(OFTEN, ("hangs",)), Lane(OFTEN, ("goes",))):
        _wait_for(lambda: ran["goes"] >= 5)
        assert ran["hangs"] == 1
        over.set()
        _wait_for(lambda: ran["hangs"] >= 2)


def test_the_commands_of_a_lane_follow_each_other_and_wait_for_their_time() -> None:
    ran: list[str] = []
    with _kept(ran.append, Lane(SELDOM, ("first", "second"))):
        _wait_for(lambda: len(ran) == 2)
        time.sleep(0.1)
    assert ran == ["first", "second"]


def test_the_end_waits_for_what_is_nearly_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "GRACE_SECONDS", PATIENCE)
    ran: list[str] = []
    begun, over = threading.Event(), threading.Event()

    def run(command: str) -> None:
        begun.set()
        over.wait(PATIENCE)
        ran.append(command)

    with _kept(run, Lane(SELDOM, ("short", "never begun"))) as schedule:
        assert begun.wait(PATIENCE)
        schedule.end()
        over.set()
    assert ran == ["short"]


def test_the_end_waits_for_nothing_that_hangs() -> None:
    begun, over = threading.Event(), threading.Event()

    def hang(command: str) -> None:
        begun.set()
        over.wait(2 * PATIENCE)

    with _kept(hang, Lane(SELDOM, ("hangs",))):
        assert begun.wait(PATIENCE)
    assert not over.is_set()
    over.set()


def test_what_has_run_leaves_no_thread_behind() -> None:
    ran: list[str] = []
    before = threading.active_count()
    with _kept(ran.append, Lane(OFTEN, ("goes",))):
        _wait_for(lambda: len(ran) >= 20)
    assert threading.active_count() <= before + 1
