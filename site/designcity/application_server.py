"""The application server: `python -m designcity.application_server`, on the address in BIND (host:port)."""

import os

from granian import Granian
from granian.constants import Interfaces
from granian.http import HTTP1Settings

WORKERS = 2
THREADS = 4
LONGEST_LIFE_SECONDS = 24 * 3600
STOP_SECONDS = 15
LARGEST_HEAD = 64 * 1024


def main() -> None:
    """Serve until SIGTERM or SIGINT, then let the requests under way end."""
    host, _colon, port = (os.environ.get("BIND") or "127.0.0.1:8000").rpartition(":")
    Granian(
        "designcity.wsgi:application",
        address=host,
        port=int(port),
        interface=Interfaces.WSGI,
        workers=WORKERS,
        blocking_threads=THREADS,
        websockets=False,
        http1_settings=HTTP1Settings(max_buffer_size=LARGEST_HEAD),
        respawn_failed_workers=True,
        workers_lifetime=LONGEST_LIFE_SECONDS,
        workers_kill_timeout=STOP_SECONDS,
    ).serve()


if __name__ == "__main__":
    main()
