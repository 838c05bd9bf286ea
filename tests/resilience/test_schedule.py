"""The schedule may be killed, or run twice at once: no page is lost, and no bundle is seen by halves."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from designcity.servers import places, postgres
from designcity.servers.processes import Registry
from tests.resilience.servers import ROOT

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

    def __init__(self, address: str) -> None:
        self.address = address
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
    office = Office(postgres.start(registry, state, postgres.FORGETFUL).wait("office"))
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
