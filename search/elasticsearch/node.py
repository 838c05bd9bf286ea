"""The connection of readers' requests: as little as possible between them and Elasticsearch.

The official client takes its HTTP from a node class. Its own, on urllib3, costs a suggestion more time than
Elasticsearch itself does; this one keeps a socket for each thread and lets httptools read the answers.
"""

import socket
import time
from threading import local
from typing import Any, ClassVar

from elastic_transport import (
    ApiResponseMeta,
    BaseNode,
    ConnectionError,
    ConnectionTimeout,
    HttpHeaders,
    NodeConfig,
)
from elastic_transport._node import NodeApiResponse
from httptools import HttpParserError, HttpResponseParser

MOST_AT_ONCE = 262_144


class KeptAliveNode(BaseNode):
    """Speaks plain HTTP over one kept-alive connection for each thread."""

    _CLIENT_META_HTTP_CLIENT: ClassVar[tuple[str, str]] = ("so", "1")

    def __init__(self, config: NodeConfig) -> None:
        super().__init__(config)
        self._of_thread = local()
        self._fixed = "".join(f"{name}: {value}\r\n" for name, value in self.headers.items())
        self._fixed = f"host: {self.host}:{self.port}\r\n{self._fixed}"

    def perform_request(
        self,
        method: str,
        target: str,
        body: bytes | None = None,
        headers: HttpHeaders | None = None,
        request_timeout: Any = None,
    ) -> NodeApiResponse:
        """Send a request and return its answer; a kept connection that has failed is opened anew, once."""
        own = "".join(f"{name}: {value}\r\n" for name, value in (headers or {}).items())
        body = body or b""
        head = f"{method} {self.path_prefix}{target} HTTP/1.1\r\n{self._fixed}{own}"
        request = f"{head}content-length: {len(body)}\r\n\r\n".encode() + body
        seconds = request_timeout if isinstance(request_timeout, int | float) else self.config.request_timeout
        deadline = time.monotonic() + (seconds or 60.0)
        started = time.monotonic()
        answer = self._answer(request, deadline)
        meta = ApiResponseMeta(
            status=answer.status,
            http_version="1.1",
            headers=answer.headers,
            duration=time.monotonic() - started,
            node=self.config,
        )
        return NodeApiResponse(meta, b"".join(answer.body))

    def close(self) -> None:
        """Close the connection of this thread; those of others close with them."""
        self._forget()

    def _answer(self, request: bytes, deadline: float) -> "_Answer":
        is_kept = getattr(self._of_thread, "socket", None) is not None
        try:
            return self._exchange(request, deadline)
        except TimeoutError as error:
            self._forget()
            raise ConnectionTimeout("Elasticsearch did not answer in time", errors=(error,)) from error
        except (OSError, HttpParserError) as error:
            self._forget()
            if is_kept:
                return self._answer(request, deadline)
            raise ConnectionError(str(error), errors=(error,)) from error

    def _exchange(self, request: bytes, deadline: float) -> "_Answer":
        connection = self._connection(deadline)
        connection.settimeout(_left(deadline))
        connection.sendall(request)
        answer = _Answer()
        parser = HttpResponseParser(answer)
        answer.parser = parser
        while not answer.is_complete:
            connection.settimeout(_left(deadline))
            part = connection.recv(MOST_AT_ONCE)
            if not part:
                raise ConnectionResetError("Elasticsearch closed the connection")
            parser.feed_data(part)
        if not answer.keeps_alive:
            self._forget()
        return answer

    def _connection(self, deadline: float) -> socket.socket:
        kept: socket.socket | None = getattr(self._of_thread, "socket", None)
        if kept is None:
            kept = socket.create_connection((self.host, self.port), timeout=_left(deadline))
            kept.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._of_thread.socket = kept
        return kept

    def _forget(self) -> None:
        kept: socket.socket | None = getattr(self._of_thread, "socket", None)
        if kept is not None:
            kept.close()
            self._of_thread.socket = None


class _Answer:
    """What httptools tells of an answer while it reads it."""

    parser: HttpResponseParser

    def __init__(self) -> None:
        self.status = 0
        self.headers = HttpHeaders()
        self.body: list[bytes] = []
        self.is_complete = self.keeps_alive = False

    def on_header(self, name: bytes, value: bytes) -> None:
        self.headers[name.decode("latin-1")] = value.decode("latin-1")

    def on_headers_complete(self) -> None:
        self.status, self.keeps_alive = self.parser.get_status_code(), self.parser.should_keep_alive()

    def on_body(self, part: bytes) -> None:
        self.body.append(part)

    def on_message_complete(self) -> None:
        self.is_complete = True


def _left(deadline: float) -> float:
    """Return the seconds left, or raise TimeoutError."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left
