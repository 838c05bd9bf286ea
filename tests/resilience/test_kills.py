"""Any server of the search may be killed at any moment: nothing is lost, and nobody has to mend anything."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from elasticsearch import Elasticsearch

from designcity.servers import places
from designcity.settings.test import SEARCH_INDEX_PREFIX
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
    with servers.publishing(name, PAGES) as publishing:
        _wait_for(lambda: servers.pages(name) >= PAGES // 4)
        servers.kill(name)
        time.sleep(1.0)
        servers.bring_back(name)
        servers.wait()
    assert publishing.returncode == 0
    assert servers.pages(name) == PAGES
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
    servers.publishing("difference", 3).wait()
    _wait_until_equal(servers)
    servers.kill("worker")
    try:
        _delete_from_index(servers)
        found = servers.manage("search", "check", check=False)
        servers.manage("search", "check", "--repair")
    finally:
        servers.bring_back("worker")
    assert found.returncode == 1
    assert "1 missing" in found.stdout
    assert "manage.py search check --repair" in found.stderr
    _wait_until_equal(servers)


def _wait_until_equal(servers: Servers) -> None:
    """Wait until the index holds what the database says; nobody helps."""
    said = []

    def is_equal() -> bool:
        done = servers.manage("search", "check", check=False)
        said.append(done.stdout + done.stderr + servers.said_by_worker())
        return done.returncode == 0

    _wait_for(is_equal, said)


def _wait_for(condition: Callable[[], bool], said: list[str] | None = None) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > deadline:
            pytest.fail(said[-1] if said else "It did not come about in time.")
        time.sleep(0.2)


def _delete_from_index(servers: Servers) -> None:
    """Delete one document behind the back of the search."""
    client = Elasticsearch(servers.env["ELASTICSEARCH_URL"])
    index = f"{SEARCH_INDEX_PREFIX}-zh-hans"
    [hit] = client.search(index=index, size=1, query={"term": {"kind": "news"}}).body["hits"]["hits"]
    client.delete(index=hit["_index"], id=hit["_id"], refresh=True)
    client.close()
