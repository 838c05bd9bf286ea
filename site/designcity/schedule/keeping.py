"""The one process that keeps the schedule: a thread for each run, so that nothing waits for what is slow.

The thread that looks at the clock never asks the database, which may be away, or hang.
"""

import threading
import time
from collections.abc import Callable, Iterable
from typing import Any

from designcity.schedule.doing import do
from designcity.schedule.plan import LANES, Lane, Pace

LOOK_SECONDS = 0.5
GRACE_SECONDS = 5.0
"""For so long what is under way may come to its end; what is killed then loses nothing."""


class Schedule:
    """Runs each lane when its time has come and its last run is over, until it is told to end."""

    def __init__(self, lanes: Iterable[Lane] = LANES, run: Callable[[str, Pace], None] = do) -> None:
        self._lanes, self._run = tuple(lanes), run
        self._begun: dict[Lane, float] = {}
        self._threads: dict[Lane, threading.Thread] = {}
        self._ending = threading.Event()

    def keep(self) -> None:
        """Keep the schedule; returns soon after `end`."""
        while not self._ending.is_set():
            for lane in self._lanes:
                self._start_when_due(lane)
            self._ending.wait(LOOK_SECONDS)
        deadline = time.monotonic() + GRACE_SECONDS
        for thread in self._threads.values():
            thread.join(max(0.0, deadline - time.monotonic()))

    def end(self, *_signal: Any) -> None:
        """Begin nothing new; also the handler of a signal."""
        self._ending.set()

    def _start_when_due(self, lane: Lane) -> None:
        now = time.monotonic()
        is_at_it = lane in self._threads and self._threads[lane].is_alive()
        if is_at_it or now - self._begun.get(lane, -lane.pace.seconds) < lane.pace.seconds:
            return
        self._begun[lane] = now
        self._threads[lane] = threading.Thread(target=self._go_through, args=(lane,), daemon=True)
        self._threads[lane].start()

    def _go_through(self, lane: Lane) -> None:
        for command in lane.commands:
            if not self._ending.is_set():
                self._run(command, lane.pace)
