"""The site's own processes: preparation, application server, search worker, background tasks, schedule."""

import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path

from designcity.servers import ServerError, places
from designcity.servers.processes import Program, Registry, Running

FIRST_PAGE_SECONDS = 60.0
LOOK_SECONDS = 0.5
MOST_RESTARTS = 5
RESTARTS_WITHIN = 60.0


class Site:
    """Prepares, starts and keeps up the processes of the site."""

    def __init__(self, registry: Registry, state: Path, env: Mapping[str, str]) -> None:
        self._registry, self._state, self._env = registry, state, dict(env)
        self._running: list[Running] = []
        self._restarts: list[float] = []

    def prepare(self) -> None:
        """Bring database, catalogues, static files and content up to date; raises ServerError if one fails."""
        self._run_to_end("designcity.supervisor.prepare")

    def serve(self) -> None:
        """Start the application server and wait for the first page; the search may come up meanwhile."""
        self._running.append(self._registry.start(self._server()))
        self._wait_for_first_page()

    def work(self, search_url: str) -> None:
        """Set up the indices, if there is an Elasticsearch, and start what works in the background."""
        self._env["ELASTICSEARCH_URL"] = search_url
        if search_url:
            self._run_search_setup()
        for program in (
            self._command("search-worker", "search", "worker"),
            self._command("tasks", "db_worker", "--interval", "1"),
            self._command("schedule", "schedule"),
        ):
            self._running.append(self._registry.start(program))

    def keep_up(self) -> None:
        """Watch for ever, and restart what ends."""
        while True:
            self._restart_ended()
            time.sleep(LOOK_SECONDS)

    def _server(self) -> Program:
        return self._python("site", "-m", "designcity.application_server")

    def _python(self, name: str, *arguments: str) -> Program:
        log = self._state / "logs" / f"{name}.log"
        return Program(name, [sys.executable, *arguments], log, self._env, places.ROOT)

    def _command(self, name: str, *arguments: str) -> Program:
        return self._python(name, str(places.ROOT / "manage.py"), *arguments)

    def _run_to_end(self, module: str) -> None:
        command = [sys.executable, "-m", module]
        # The indices are set up afterwards, from the whole database, when Elasticsearch is up.
        env = self._env | {"ELASTICSEARCH_URL": ""}
        done = subprocess.run(command, env=env, cwd=places.ROOT, check=False)  # noqa: S603
        if done.returncode < 0 or done.returncode == 130:
            raise KeyboardInterrupt
        if done.returncode:
            raise ServerError("The site could not be prepared: what is wrong stands above.")

    def _run_search_setup(self) -> None:
        command = [sys.executable, str(places.ROOT / "manage.py"), "search", "setup"]
        subprocess.run(command, env=self._env, cwd=places.ROOT, check=False)  # noqa: S603

    def _wait_for_first_page(self) -> None:
        deadline = time.monotonic() + FIRST_PAGE_SECONDS
        while time.monotonic() < deadline:
            if self._running[0].has_ended:
                break
            if self._answers():
                return
            time.sleep(0.1)
        program = self._running[0]
        raise ServerError(f"The site did not start ({program.last_words()}): see {program.program.log}.")

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"http://{self._env['BIND']}/", timeout=20) as response:
                return bool(response.status == 200)
        except urllib.error.HTTPError as error:
            return error.code < 500
        except OSError:
            return False

    def _restart_ended(self) -> None:
        for at, running in enumerate(self._running):
            if running.has_ended:
                self._count_restart(running)
                print(f"{running.program.name} ended and is started again; see {running.program.log}.")
                self._running[at] = self._registry.start(running.program)

    def _count_restart(self, running: Running) -> None:
        now = time.monotonic()
        self._restarts = [at for at in self._restarts if now - at < RESTARTS_WITHIN] + [now]
        if len(self._restarts) > MOST_RESTARTS:
            raise ServerError(
                f"{running.program.name} ends again and again ({running.last_words()}): "
                f"see {running.program.log}."
            )
