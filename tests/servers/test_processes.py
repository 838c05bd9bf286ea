import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from designcity.servers import processes
from designcity.servers.processes import Program, Registry

SLEEP = [sys.executable, "-c", "import time; time.sleep(300)"]
# A program that ignores polite requests, and has a child that does so too.
STUBBORN = [
    sys.executable,
    "-c",
    "import signal, subprocess, sys, time\n"
    "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
    "subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(300)'])\n"
    "time.sleep(300)",
]
STARTER = """
import sys, time
from pathlib import Path
from designcity.servers.processes import Program, Registry
folder = Path(sys.argv[1])
registry = Registry(folder / "processes.json")
sleep = [sys.executable, "-c", "import time; time.sleep(300)"]
running = registry.start(Program("sleep", sleep, folder / "log"))
print(running.popen.pid, flush=True)
time.sleep(300)
"""


def gone(pid: int, seconds: float = 10) -> bool:
    """Wait for a process to end; return whether it did."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
            return True
        time.sleep(0.05)
    return False


def test_a_stopped_program_is_gone(tmp_path: Path) -> None:
    registry = Registry(tmp_path / "processes.json")
    running = registry.start(Program("sleep", SLEEP, tmp_path / "log"))
    assert not running.has_ended
    registry.stop_all()
    assert gone(running.popen.pid)


def test_what_it_prints_stands_in_its_log(tmp_path: Path) -> None:
    registry = Registry(tmp_path / "processes.json")
    running = registry.start(Program("word", [sys.executable, "-c", "print('ready')"], tmp_path / "log"))
    running.popen.wait(timeout=20)
    assert running.last_words() == "ready"


def test_programs_die_with_a_killed_starter(tmp_path: Path) -> None:
    site = Path(__file__).resolve().parents[2] / "site"
    starter = subprocess.Popen(
        [sys.executable, "-c", STARTER, str(tmp_path)],
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(site)},
        text=True,
    )
    assert starter.stdout is not None
    with starter.stdout as lines:
        pid = int(lines.readline())
        os.kill(starter.pid, signal.SIGKILL)
        starter.wait(timeout=20)
    assert gone(pid)


def test_the_next_start_ends_what_is_left_over(tmp_path: Path) -> None:
    first = Registry(tmp_path / "processes.json")
    running = first.start(Program("sleep", SLEEP, tmp_path / "log"))
    assert Registry(tmp_path / "processes.json").stop_left_over() == 1
    assert gone(running.popen.pid)
    running.popen.wait(timeout=20)
    assert Registry(tmp_path / "processes.json").stop_left_over() == 0


def test_a_process_that_took_over_the_number_is_left_alone(tmp_path: Path) -> None:
    own = f'[{{"pid": {os.getpid()}, "started": 1.0, "name": "somebody else"}}]'
    (tmp_path / "processes.json").write_text(own)
    assert Registry(tmp_path / "processes.json").stop_left_over() == 0


def test_a_stubborn_program_is_killed_with_its_children(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    registry = Registry(tmp_path / "processes.json")
    running = registry.start(Program("stubborn", STUBBORN, tmp_path / "log"))
    deadline = time.monotonic() + 20
    children: list[psutil.Process] = []
    while not children and time.monotonic() < deadline:
        time.sleep(0.05)
        children = psutil.Process(running.popen.pid).children()
    monkeypatch.setattr(processes, "STOP_SECONDS", 1.0)
    registry.stop(running)
    assert gone(running.popen.pid)
    assert gone(children[0].pid)
