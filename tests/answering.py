"""A server that answers as a test says, one thread for each connection."""

import socket
import threading
import time
from contextlib import suppress


class Server:
    """Sends the same parts for each request; after `each` of them it closes the connection without a word.

    Without any part it closes the connection at the first request.
    """

    def __init__(self, parts: list[bytes], each: int = 1_000, pause: float = 0.0) -> None:
        self._parts, self._each, self._pause = parts, each if parts else 1, pause
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self.address = f"http://127.0.0.1:{self.port}"
        self.connections = 0
        self.requests: list[bytes] = []
        threading.Thread(target=self._accept, daemon=True).start()

    def stop(self) -> None:
        """Take no more connections."""
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                connection, _address = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        with connection, suppress(OSError):
            for _ in range(self._each):
                request = connection.recv(10_000)
                if not request:
                    return
                self.requests.append(request)
                for part in self._parts:
                    time.sleep(self._pause)
                    connection.sendall(part)
