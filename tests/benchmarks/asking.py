"""Asks a server over kept-alive connections, as fast as it answers: one thread, bare sockets, no library.

What asks shares the machine with what answers, so it has to be cheap. Both sides of a comparison are asked by
it.
"""

import re
import selectors
import socket
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from urllib.parse import urlsplit

from tests.benchmarks.timings import Timings

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_HEAD_END = b"\r\n\r\n"
_LAST_CHUNK = b"\r\n0\r\n\r\n"
LONGEST_WAIT = 20.0


class UnreadableAnswer(Exception):
    """The server closed the connection, or answered in a way that this reader does not know."""


def ask(address: str, requests: Sequence[bytes], connections: int) -> Timings:
    """Send all requests, each connection its next one as soon as the answer before is there.

    `address` is http://host:port. An answer other than 200 counts as a failure.
    """
    return _Run(address, requests).over(connections)


class _Run:
    def __init__(self, address: str, requests: Sequence[bytes]) -> None:
        parts = urlsplit(address)
        self._place = (parts.hostname or "127.0.0.1", parts.port or 80)
        self._requests: Iterator[bytes] = iter(requests)
        self._latencies: list[float] = []
        self._failures = self._largest = 0

    def over(self, connections: int) -> Timings:
        """Ask over so many connections."""
        with selectors.DefaultSelector() as selector, ExitStack() as stack:
            opened = [_Connection(self._place) for _ in range(connections)]
            for connection in opened:
                stack.enter_context(connection.socket)
            started = time.perf_counter()
            for connection in opened:
                if self._send(connection):
                    selector.register(connection.socket, selectors.EVENT_READ, connection)
            while selector.get_map():
                ready = selector.select(LONGEST_WAIT)
                if not ready:
                    raise UnreadableAnswer(f"No answer in {LONGEST_WAIT:.0f} seconds.")
                for key, _events in ready:
                    if self._receive(key.data) and not self._send(key.data):
                        selector.unregister(key.data.socket)
            seconds = time.perf_counter() - started
        return Timings(seconds, self._latencies, self._failures, self._largest)

    def _send(self, connection: "_Connection") -> bool:
        request = next(self._requests, None)
        if request is None:
            return False
        connection.send(request)
        return True

    def _receive(self, connection: "_Connection") -> bool:
        """Read what is there; return whether the answer is complete."""
        answer = connection.receive()
        if answer is None:
            return False
        self._latencies.append(time.perf_counter() - connection.sent_at)
        self._failures += not answer.startswith(b"HTTP/1.1 200")
        self._largest = max(self._largest, len(answer))
        return True


class _Connection:
    def __init__(self, place: tuple[str, int]) -> None:
        self.socket = socket.create_connection(place, timeout=LONGEST_WAIT)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.sent_at = 0.0
        self._got = b""

    def send(self, request: bytes) -> None:
        """Send one request; the answer to the one before has been read."""
        self._got = b""
        self.sent_at = time.perf_counter()
        self.socket.sendall(request)

    def receive(self) -> bytes | None:
        """Return the answer when all of it is there."""
        part = self.socket.recv(262_144)
        if not part:
            raise UnreadableAnswer("The server closed the connection.")
        self._got += part
        return self._got if _is_complete(self._got) else None


def _is_complete(got: bytes) -> bool:
    """Whether all of an answer is there, be it of a given length or in chunks of JSON."""
    head = got.find(_HEAD_END)
    if head < 0:
        return False
    length = _LENGTH.search(got, 0, head)
    if length is None:
        return got.endswith(_LAST_CHUNK)
    return len(got) >= head + len(_HEAD_END) + int(length[1])
