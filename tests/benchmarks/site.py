"""The site as it runs in production: application server and worker, started here and stopped by process id."""

import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from designcity.servers.processes import Program, Registry, Running

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0


class Site:
    """The processes of the site; `environment` is that of all of them."""

    def __init__(self, state: Path, environment: Mapping[str, str]) -> None:
        self._registry = Registry(state / "processes.json")
        self._state, self._env = state, dict(environment)
        self.address = f"http://{self._env['BIND']}"

    def manage(self, *arguments: str) -> None:
        """Run a management command to its end; raise if it fails."""
        command = [sys.executable, str(ROOT / "manage.py"), *arguments]
        subprocess.run(command, env=self._env, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)

    def module(self, name: str, *arguments: str) -> str:
        """Run a module of the benchmarks to its end; return what it printed."""
        command = [sys.executable, "-m", f"tests.benchmarks.{name}", *arguments]
        done = subprocess.run(command, env=self._env, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
        return done.stdout

    def start_module(self, name: str, *arguments: str) -> subprocess.Popen[str]:
        """Start a module of the benchmarks whose lines are read while it runs."""
        command = [sys.executable, "-m", f"tests.benchmarks.{name}", *arguments]
        return subprocess.Popen(command, env=self._env, cwd=ROOT, stdout=subprocess.PIPE, text=True, bufsize=1)

    @contextmanager
    def serving(self) -> Iterator[None]:
        """Run the application server and wait for its first answer."""
        with self._running("site", "-m", "designcity.application_server") as running:
            deadline = time.monotonic() + PATIENCE
            while not self._answers():
                if running.has_ended or time.monotonic() > deadline:
                    raise RuntimeError(f"The site did not start: {running.last_words()}")
                time.sleep(0.1)
            yield

    @contextmanager
    def working(self) -> Iterator[None]:
        """Run the worker that brings changes to the index."""
        with self._running("worker", str(ROOT / "manage.py"), "search", "worker"):
            time.sleep(3)
            yield

    @contextmanager
    def _running(self, name: str, *arguments: str) -> Iterator[Running]:
        log = self._state / f"{name}.log"
        running = self._registry.start(Program(name, [sys.executable, *arguments], log, self._env, ROOT))
        try:
            yield running
        finally:
            self._registry.stop(running)

    def _answers(self) -> bool:
        try:
            urllib.request.urlopen(f"{self.address}/en/search/suggest/?q=a", timeout=20).close()
        except OSError:
            return False
        return True
