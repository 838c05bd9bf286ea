"""Run a command with a PostgreSQL and an Elasticsearch of its own: `python -m designcity.servers COMMAND`.

DATABASE_URL and ELASTICSEARCH_URL, where set, are used instead. The servers and their data go when the
command ends.
"""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import FrameType

from designcity.servers import ServerError, elasticsearch, places, postgres
from designcity.servers.processes import Registry


def main(arguments: list[str]) -> int:
    """Return the command's exit status; 2 when a server cannot be had."""
    parser = argparse.ArgumentParser(prog="python -m designcity.servers")
    parser.add_argument("--for-tests", action="store_true", help="what the command writes is taken back")
    parser.add_argument("command", nargs=argparse.REMAINDER)
    asked = parser.parse_args(arguments)
    options = postgres.FORGETFUL | (postgres.TAKEN_BACK if asked.for_tests else {})
    signal.signal(signal.SIGTERM, _as_interrupt)
    state = Path(tempfile.mkdtemp(prefix="designcity-", dir="/tmp"))
    state.chmod(0o755)
    registry = Registry(state / "processes.json")
    try:
        environment = os.environ | _servers(registry, state, options)
        return subprocess.run(asked.command, env=environment, check=False).returncode  # noqa: S603
    except ServerError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    finally:
        registry.stop_all()
        places.remove(places.socket_folder(state))
        places.remove(state)


def _servers(registry: Registry, state: Path, options: Mapping[str, str]) -> dict[str, str]:
    """Start what is not given by the environment; return the variables that name it."""
    found: dict[str, str] = {}
    search = None if os.environ.get("ELASTICSEARCH_URL") else elasticsearch.start(registry, state)
    if not os.environ.get("DATABASE_URL"):
        database = postgres.start(registry, state, options)
        found["DATABASE_URL"] = database.wait("designcity")
    if search is not None:
        search.wait()
        found["ELASTICSEARCH_URL"] = search.url
    return found


def _as_interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
