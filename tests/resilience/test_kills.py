"""Any server of the search may be killed at any moment: nothing is lost, and nobody has to mend anything."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from designcity.servers import places
from tests.resilience.servers import PATIENCE, ROOT, Servers

pytestmark = [pytest.mark.elasticsearch, pytest.mark.xdist_group("demo")]

PAGES = 40


@pytest.fixture(scope="module")
def servers() -> Iterator[Servers]:
    """Servers of the tests' own, with a small tree, its indices and a worker."""
    state = Path(tempfile.mkdtemp(prefix="designcity-", dir="/tmp"))
    state.chmod(0o755)
    servers = Servers(state)
    servers.manage("migrate", "--verbosity", "0")
    subprocess.run([sys.executable, "-m", "tests.resilience.tree"], env=servers.env, cwd=ROOT, check=True)
    servers.manage("search", "setup")
    servers.start_worker()
    yield servers
    servers.stop()
    places.remove(places.socket_folder(state))
    places.remove(state)


@pytest.mark.parametrize("name", ["worker", "elasticsearch", "postgres"])
def test_what_was_published_is_found_although_a_server_was_killed(servers: Servers, name: str) -> None:
    with servers.publishing(PAGES) as publishing:
        assert publishing.stdout is not None
        lines = iter(publishing.stdout)
        published = [next(lines) for _ in range(PAGES // 4)]
        servers.kill(name)
        time.sleep(1.0)
        servers.bring_back(name)
        servers.wait()
        published += lines
    assert publishing.returncode == 0
    assert len(published) == PAGES - (0 if name == "worker" else _of_before(published))
    _wait_until_equal(servers)


def test_a_rebuild_that_is_killed_leaves_everything_to_be_found(servers: Servers) -> None:
    command = [sys.executable, str(ROOT / "manage.py"), "search", "rebuild"]
    with subprocess.Popen(command, env=servers.env, cwd=ROOT, stdout=subprocess.DEVNULL) as rebuild:
        time.sleep(2.5)
        rebuild.kill()
    _wait_until_equal(servers)
    servers.manage("search", "rebuild")
    _wait_until_equal(servers)


def test_a_difference_is_seen_and_mended(servers: Servers) -> None:
    _wait_until_equal(servers)
    servers.running["worker"].popen.kill()
    servers.running["worker"].popen.wait()
    _delete_from_index(servers)
    found = servers.manage("search", "check", check=False)
    assert found.returncode == 1
    assert "1 missing" in found.stdout
    assert "manage.py search check --repair" in found.stderr
    servers.manage("search", "check", "--repair")
    servers.start_worker()
    _wait_until_equal(servers)
