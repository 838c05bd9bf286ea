"""Ports on the loopback interface."""

import socket
from contextlib import suppress

import psutil

LOOPBACK = "127.0.0.1"


def free() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as listener:
        listener.bind((LOOPBACK, 0))
        return int(listener.getsockname()[1])


def is_taken(port: int) -> bool:
    """Whether something listens on a port, on this address or on all."""
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((LOOPBACK, port))
        except OSError:
            return True
    return False


def holder(port: int) -> str:
    """Return who listens on a port as ` (nginx, process 12)`, or nothing where that is not to be seen."""
    with suppress(psutil.Error, OSError):
        for connection in psutil.net_connections(kind="inet"):
            listens = connection.status == psutil.CONN_LISTEN and connection.pid is not None
            if listens and connection.laddr and connection.laddr[1] == port:
                return f" ({psutil.Process(connection.pid).name()}, process {connection.pid})"
    return ""
