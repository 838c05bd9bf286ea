"""`make demo` as a system administrator meets it: started, killed, started again, stopped."""

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator, Mapping
from pathlib import Path

import psutil
import pytest

from designcity.servers import places, ports
from designcity.supervisor.environment import ACCOUNTS

pytestmark = pytest.mark.xdist_group("demo")
ROOT = Path(__file__).resolve().parents[2]
UP = "Ctrl-C stops everything"


class RunningDemo:
    """A demo started as `make demo` starts it, and what it has said so far."""

    def __init__(self, state: Path, **facts: str) -> None:
        given = {name: value for name, value in os.environ.items() if not name.endswith("_URL")}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "designcity.supervisor"],
            env=given | {"PYTHONPATH": str(ROOT / "site"), "STATE_DIR": str(state)} | facts,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert self._process.stdout is not None
        self._lines = self._process.stdout
        self.said = ""

    def wait_until_up(self) -> None:
        """Read what it says until it is up; fails when it ends before."""
        for line in self._lines:
            self.said += line
            if UP in line:
                return
        pytest.fail(f"The demo did not start:\n{self.said}")

    def family(self) -> list[psutil.Process]:
        """Return all processes that it started."""
        return psutil.Process(self._process.pid).children(recursive=True)

    def end(self, number: signal.Signals) -> int:
        """Send a signal, read the rest of what it says, and return the exit status."""
        self._process.send_signal(number)
        return self.wait()

    def wait(self) -> int:
        """Read what it says until it ends, and return the exit status."""
        self.said += self._lines.read()
        self._lines.close()
        return self._process.wait(timeout=60)


@pytest.fixture
def state() -> Iterator[Path]:
    """A folder for the demo's data that the servers' own user can reach."""
    folder = Path(tempfile.mkdtemp(prefix="designcity-test-"))
    folder.chmod(0o755)
    yield folder
    places.remove(folder)


def fetched(address: str) -> str:
    """Return the text of a page that answers 200."""
    with urllib.request.urlopen(address, timeout=60) as response:
        return str(response.read().decode())


def test_a_killed_demo_leaves_nothing_behind_and_goes_on_as_it_was_left(state: Path) -> None:
    port = str(ports.free())
    demo = RunningDemo(state, PORT=port)
    demo.wait_until_up()
    family = demo.family()
    names = {word for process in family for word in process.cmdline()}
    assert any(name.endswith("/postgres") for name in names)
    assert any("ServerLauncher" in name for name in names)
    assert demo.end(signal.SIGKILL) == -signal.SIGKILL
    assert psutil.wait_procs(family, timeout=60)[1] == []

    again = RunningDemo(state, PORT=port)
    again.wait_until_up()
    assert "Migrated" not in again.said
    assert "Loaded" not in again.said
    assert _log_ins(again.said) == _log_ins(demo.said)
    assert "<mark>座谈</mark>会" in fetched(f"http://127.0.0.1:{port}/zh-hans/search/?q=%E5%BA%A7%E8%B0%88")
    family = again.family()
    assert again.end(signal.SIGINT) == 0
    assert "Stopped." in again.said
    assert psutil.wait_procs(family, timeout=60)[1] == []


def test_it_names_the_site_the_editors_interface_and_the_log_ins(
    state: Path, servers: Mapping[str, str]
) -> None:
    port = ports.free()
    demo = RunningDemo(state, PORT=str(port), **(dict(servers) | {"ELASTICSEARCH_URL": "http://127.0.0.1:9"}))
    demo.wait_until_up()
    assert f"Site       http://127.0.0.1:{port}/" in demo.said
    assert f"Editors    http://127.0.0.1:{port}/admin/" in demo.said
    kept = json.loads((state / "secrets.json").read_text())
    assert _log_ins(demo.said) == {name: kept[name] for name in ACCOUNTS}

    # There is no Elasticsearch: it says so, and the search answers all the same.
    assert "Elasticsearch does not answer at http://127.0.0.1:9" in demo.said
    results = fetched(f"http://127.0.0.1:{port}/en/search/?q=symposium")
    assert "These are simpler results" in results
    assert "Symposium" in results
    assert demo.end(signal.SIGTERM) == 0


def test_a_taken_port_is_said_before_anything_is_started(state: Path) -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        demo = RunningDemo(state, PORT=str(listener.getsockname()[1]))
        assert demo.wait() == 2
    assert "is taken" in demo.said
    assert "PORT=" in demo.said


def test_an_unreachable_database_is_one_sentence(state: Path) -> None:
    address = "postgresql://nobody@127.0.0.1:9/nothing"
    demo = RunningDemo(
        state, PORT=str(ports.free()), DATABASE_URL=address, ELASTICSEARCH_URL="http://127.0.0.1:9"
    )
    assert demo.wait() == 2
    assert "PostgreSQL does not answer at the address in DATABASE_URL" in demo.said
    assert "Traceback" not in demo.said


def _log_ins(said: str) -> dict[str, str]:
    rows = (line.split() for line in said.splitlines())
    return {row[0]: row[1] for row in rows if len(row) == 2 and row[0] in ACCOUNTS}
