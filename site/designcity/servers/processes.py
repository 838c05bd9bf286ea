"""Processes that end with the one that started them, whatever ends it, and leave nothing behind."""

import ctypes
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

import psutil

from designcity.servers.places import Account

_PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None
STOP_SECONDS = 20.0
KILL_SECONDS = 5.0


@dataclass(frozen=True)
class Program:
    """What to run, and how to stop it."""

    name: str
    argv: Sequence[str]
    log: Path
    env: Mapping[str, str] = field(default_factory=dict)
    cwd: Path | None = None
    account: Account | None = None
    stop_signal: signal.Signals = signal.SIGTERM


@dataclass(frozen=True)
class Running:
    """A started program; each leads a session of its own, so a terminal's Ctrl-C reaches only its starter."""

    program: Program
    popen: subprocess.Popen

    @property
    def has_ended(self) -> bool:
        """Whether the process is gone."""
        return self.popen.poll() is not None

    def last_words(self, lines: int = 3) -> str:
        """Return the last lines of its log in one line."""
        text = self.program.log.read_text(errors="replace") if self.program.log.exists() else ""
        return " / ".join(line.strip() for line in text.strip().splitlines()[-lines:])


class Registry:
    """The processes under way, kept in a file, so that the next start finds what a killed one left."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._running: list[Running] = []

    def start(self, program: Program) -> Running:
        """Start a program with its output in its log, and remember it."""
        program.log.parent.mkdir(parents=True, exist_ok=True)
        with program.log.open("ab") as log:
            running = Running(program, _popen(program, log))
        self._running = [other for other in self._running if not other.has_ended] + [running]
        self._write()
        return running

    def stop(self, running: Running) -> None:
        """Stop one process and all of its own."""
        _end_group(running.popen.pid, running.program.stop_signal, running.popen.poll)
        # Of many threads the first may have ended before the others: only now is it the parent's to bury.
        with suppress(subprocess.TimeoutExpired):
            running.popen.wait(KILL_SECONDS)
        self._running = [other for other in self._running if other is not running]
        self._write()

    def stop_all(self) -> None:
        """Stop everything, the last started first."""
        for running in reversed(self._running.copy()):
            self.stop(running)

    def stop_left_over(self) -> int:
        """End what an earlier, killed start left running; return how many process groups that were."""
        left = [entry for entry in self._read() if _is_still_there(entry)]
        for entry in left:
            _end_group(entry["pid"], signal.SIGTERM)
        self._file.unlink(missing_ok=True)
        return len(left)

    def _write(self) -> None:
        entries = [
            {"pid": running.popen.pid, "started": _started(running.popen.pid), "name": running.program.name}
            for running in self._running
        ]
        unfinished = self._file.with_suffix(".new")
        unfinished.write_text(json.dumps(entries))
        unfinished.replace(self._file)

    def _read(self) -> list[dict]:
        try:
            entries: list[dict] = json.loads(self._file.read_text())
        except (OSError, ValueError):
            return []
        return entries


def _popen(program: Program, log: IO[bytes]) -> subprocess.Popen:
    account = program.account
    return subprocess.Popen(  # noqa: S603  (programs of this package, without a shell)
        list(program.argv),
        env=dict(program.env) if program.env else None,
        cwd=program.cwd,
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        user=account.uid if account else None,
        group=account.gid if account else None,
        extra_groups=[] if account else None,
        preexec_fn=_die_with_parent(program.stop_signal, os.getpid()),
    )


def _die_with_parent(stop_signal: signal.Signals, parent: int) -> Callable[[], None] | None:
    if _LIBC is None:
        return None
    libc = _LIBC

    def ask_the_kernel() -> None:
        libc.prctl(_PR_SET_PDEATHSIG, int(stop_signal))
        if os.getppid() != parent:  # it died before the kernel was asked
            os._exit(1)

    return ask_the_kernel


def die_with_parent() -> None:
    """Ask the kernel to send this process SIGTERM when the one that started it ends."""
    if _LIBC is not None:
        _LIBC.prctl(_PR_SET_PDEATHSIG, int(signal.SIGTERM))


def _is_still_there(entry: dict) -> bool:
    """Whether the group is the one that was started: a number is not used again while its group has members."""
    pid = entry.get("pid", 0)
    started = _started(pid)
    if started is not None:
        return bool(started == entry.get("started"))
    return bool(_group(pid))


def _started(pid: int) -> float | None:
    with suppress(psutil.Error):
        return float(psutil.Process(pid).create_time())
    return None


def _group(leader: int) -> list[psutil.Process]:
    members = []
    for process in psutil.process_iter():
        with suppress(OSError, psutil.Error):
            if os.getpgid(process.pid) == leader and process.status() != psutil.STATUS_ZOMBIE:
                members.append(process)
    return members


def _end_group(leader: int, stop_signal: signal.Signals, reap: Callable[[], object] = lambda: None) -> None:
    """Ask the leader to end; what is left of its group after twenty seconds is killed."""
    with suppress(OSError):
        os.kill(leader, stop_signal)
    if _has_gone(leader, reap, STOP_SECONDS, stop_signal):
        return
    with suppress(OSError):
        os.killpg(leader, signal.SIGKILL)
    _has_gone(leader, reap, KILL_SECONDS)


def _has_gone(
    leader: int, reap: Callable[[], object], seconds: float, stop_signal: signal.Signals | None = None
) -> bool:
    """Wait for a group to end; where only its leader has, ask the others with `stop_signal` too."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        reap()
        if not _group(leader):
            reap()
            return True
        if stop_signal is not None and _started(leader) is None:
            with suppress(OSError):
                os.killpg(leader, stop_signal)
        time.sleep(0.1)
    return False
