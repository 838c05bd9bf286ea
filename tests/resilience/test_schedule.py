"""The schedule may be killed, or run twice at once: no page is lost, and no bundle is seen by halves."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from designcity.servers import places, postgres
from designcity.servers.processes import Registry
from tests.resilience.servers import PATIENCE, ROOT

pytestmark = pytest.mark.xdist_group("demo")

STATES = """
    SELECT page.title, page.live, EXISTS (
        SELECT FROM wagtailcore_revision WHERE object_id = page.id::text AND approved_go_live_at IS NOT NULL
    )
    FROM wagtailcore_page page WHERE page.title LIKE %s ORDER BY page.title
"""
PUBLISHED = (
    "SELECT count(*) FROM wagtailcore_pagelogentry WHERE action = 'wagtail.publish.scheduled' AND label LIKE %s"
)


class Office:
    """A database of the test's own, and the processes that work on it."""

    def __init__(self, registry: Registry, server: postgres.Postgres) -> None:
        self._registry, self._server = registry, server
        self.address = address = server.wait("office")
        self.env = os.environ | {
            "DATABASE_URL": address,
            "ELASTICSEARCH_URL": "",
            "DJANGO_SETTINGS_MODULE": "designcity.settings.test",
            "PYTHONPATH": f"{ROOT / 'site'}:{ROOT}",
        }

    def do(self, *arguments: str) -> None:
        """Let the office do something to its end."""
        subprocess.run(self._command(*arguments), env=self.env, cwd=ROOT, check=True)

    def halted(self, at: int) -> "subprocess.Popen[str]":
        """Run the schedule until it is publishing the page of that number."""
        pipe = subprocess.PIPE
        process = subprocess.Popen(
            self._command("publish", str(at)), env=self.env, cwd=ROOT, stdin=pipe, stdout=pipe, text=True
        )
        assert process.stdout is not None
        assert process.stdout.readline() == "halted\n"
        return process

    @contextmanager
    def schedule(self) -> Iterator["subprocess.Popen[str]"]:
        """Keep the schedule during the block; what it says goes to standard error."""
        with subprocess.Popen(self._command("keep"), env=self.env, cwd=ROOT, text=True) as process:
            try:
                yield process
            finally:
                process.kill()

    def kill_the_database(self) -> None:
        """Kill PostgreSQL without a warning, and bring it back after a while."""
        running = self._server.running
        os.killpg(running.popen.pid, signal.SIGKILL)
        running.popen.wait()
        time.sleep(2.0)
        self._server = postgres.Postgres(self._registry.start(running.program), self._server.socket)
        self._server.wait("office")

    def wait_for(self, name: str, states: list[tuple[bool, bool]]) -> None:
        """Wait until the pages whose titles begin so are as expected."""
        deadline = time.monotonic() + PATIENCE
        while self.states(name) != states:
            assert time.monotonic() < deadline
            time.sleep(0.2)

    def states(self, name: str) -> list[tuple[bool, bool]]:
        """Return of each page whose title begins so whether it is live and whether it is scheduled."""
        with psycopg.connect(self.address) as connection:
            return [(live, waits) for _, live, waits in connection.execute(STATES, [f"{name}%"])]

    def times_published(self, name: str) -> int:
        """Return how often pages whose titles begin so were published."""
        with psycopg.connect(self.address) as connection:
            row = connection.execute(PUBLISHED, [f"{name}%"]).fetchone()
        return int(row[0]) if row else 0

    def _command(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "tests.resilience.office", *arguments]


@pytest.fixture(scope="module")
def office() -> Iterator[Office]:
    """An office with the smallest site."""
    state = Path(tempfile.mkdtemp(prefix="designcity-", dir="/tmp"))
    state.chmod(0o755)
    registry = Registry(state / "processes.json")
    office = Office(registry, postgres.start(registry, state, postgres.FORGETFUL))
    for command in (["manage.py", "migrate", "--verbosity", "0"], ["-m", "tests.resilience.tree"]):
        subprocess.run([sys.executable, *command], env=office.env, cwd=ROOT, check=True)
    yield office
    registry.stop_all()
    places.remove(places.socket_folder(state))
    places.remove(state)


LIVE, WAITS, DRAFT = (True, False), (False, True), (False, False)


def test_a_schedule_that_is_killed_loses_no_page(office: Office) -> None:
    office.do("due", "killed 1", "killed 2", "killed 3")
    with office.halted(at=2) as process:
        process.kill()
    assert office.states("killed") == [LIVE, WAITS, WAITS]
    office.do("publish", "0")
    assert office.states("killed") == [LIVE, LIVE, LIVE]


def test_two_schedules_at_once_publish_each_page_once(office: Office) -> None:
    office.do("due", "twice 1", "twice 2", "twice 3")
    with office.halted(at=1) as process:
        office.do("publish", "0")
        assert office.states("twice") == [WAITS, LIVE, LIVE]
        process.communicate("go on\n")
    assert process.returncode == 0
    assert office.states("twice") == [LIVE, LIVE, LIVE]
    assert office.times_published("twice") == 3


def test_readers_never_see_half_of_a_bundle(office: Office) -> None:
    office.do("bundle", "bundle 1", "bundle 2", "bundle 3")
    with office.halted(at=3) as process:
        assert office.states("bundle") == [DRAFT, DRAFT, DRAFT]
        process.communicate("go on\n")
    assert office.states("bundle") == [LIVE, LIVE, LIVE]


def test_a_bundle_that_is_interrupted_is_published_the_next_time(office: Office) -> None:
    office.do("bundle", "again 1", "again 2")
    with office.halted(at=2) as process:
        office.do("publish", "0")  # another schedule leaves it to the first
        assert office.states("again") == [DRAFT, DRAFT]
        process.kill()
    assert office.states("again") == [DRAFT, DRAFT]
    office.do("publish", "0")
    assert office.states("again") == [LIVE, LIVE]


def test_the_process_of_the_schedule_outlives_the_database_and_what_hangs(office: Office) -> None:
    office.do("due", "before 1")
    with office.schedule() as schedule:
        office.wait_for("before", [LIVE])
        office.kill_the_database()
        office.do("due", "after 1")
        office.wait_for("after", [LIVE])
        schedule.send_signal(signal.SIGTERM)
        assert schedule.wait(timeout=20) == 0
