"""A PostgreSQL, an Elasticsearch and a worker of a test's own, to be killed and brought back."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psycopg

from designcity.servers import elasticsearch, postgres
from designcity.servers.processes import Program, Registry, Running

ROOT = Path(__file__).resolve().parents[2]
DATABASE = "resilience"
PATIENCE = 40.0


class Servers:
    """What the search needs, each a process that may be killed at any moment."""

    def __init__(self, state: Path) -> None:
        self._registry, self._state = Registry(state / "processes.json"), state
        self._postgres = postgres.start(self._registry, state)
        self._elasticsearch = elasticsearch.start(self._registry, state)
        address = self._postgres.wait(DATABASE)
        self._elasticsearch.wait()
        self.env = os.environ | {
            "DATABASE_URL": address,
            "ELASTICSEARCH_URL": self._elasticsearch.url,
            "DJANGO_SETTINGS_MODULE": "designcity.settings.test",
            "PYTHONPATH": f"{ROOT / 'site'}:{ROOT}",
        }
        self.running: dict[str, Running] = {
            "postgres": self._postgres.running,
            "elasticsearch": self._elasticsearch.running,
        }

    def start_worker(self) -> None:
        """Start the process that brings changes to the index."""
        argv = [sys.executable, str(ROOT / "manage.py"), "search", "worker"]
        program = Program("worker", argv, self._state / "logs" / "worker.log", self.env, ROOT)
        self.running["worker"] = self._registry.start(program)

    def kill(self, name: str) -> None:
        """Kill a server without a warning, with all of its own processes."""
        popen = self.running[name].popen
        os.killpg(popen.pid, signal.SIGKILL)
        popen.wait()

    def bring_back(self, name: str) -> None:
        """Start a killed server again, at the same address and with the same data."""
        self.running[name] = self._registry.start(self.running[name].program)

    def wait(self) -> None:
        """Wait until both servers answer again."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and not self._answer():
            time.sleep(0.2)

    def manage(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run a management command to its end."""
        command = [sys.executable, str(ROOT / "manage.py"), *arguments]
        return subprocess.run(command, env=self.env, cwd=ROOT, capture_output=True, text=True, check=check)

    def publishing(self, name: str, count: int) -> subprocess.Popen[bytes]:
        """Start to publish so many pages whose titles begin with `name`, twenty a second."""
        command = [sys.executable, "-m", "tests.resilience.publishing", name, str(count)]
        return subprocess.Popen(command, env=self.env, cwd=ROOT)

    def pages(self, name: str) -> int:
        """Return how many pages with such titles the database holds."""
        count = "SELECT count(*) FROM wagtailcore_page WHERE title LIKE %s"
        with psycopg.connect(self.env["DATABASE_URL"]) as connection:
            row = connection.execute(count, [f"{name}%"]).fetchone()
        return int(row[0]) if row else 0

    def said_by_worker(self) -> str:
        """Return the last of what the worker wrote."""
        return self.running["worker"].last_words(lines=20)

    def stop(self) -> None:
        """Stop everything."""
        self._registry.stop_all()

    def _answer(self) -> bool:
        try:
            psycopg.connect(self.env["DATABASE_URL"], connect_timeout=3).close()
        except psycopg.OperationalError:
            return False
        return elasticsearch.version(self.env["ELASTICSEARCH_URL"]) is not None
