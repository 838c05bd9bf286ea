"""The connection of readers' requests: kept alive, opened anew when it must be, never waited for too long."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from elastic_transport import ConnectionError, ConnectionTimeout, NodeConfig

from designcity.servers import ports
from search.elasticsearch.node import KeptAliveNode
from tests.answering import Server

OF_A_LENGTH = [b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"]
IN_CHUNKS = [b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n", b"1\r\n}\r\n0\r\n\r\n"]
REFUSING = [b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 2\r\n\r\n{}"]
CLOSING = [b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}"]
NONSENSE = [b"SSH-2.0-server\r\n\r\n"]

Serve = Callable[..., Server]
Connect = Callable[..., KeptAliveNode]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Return what starts a server."""
    with ExitStack() as stack:

        def start(*options: Any, **more: Any) -> Server:
            server = Server(*options, **more)
            stack.callback(server.stop)
            return server

        yield start


@pytest.fixture
def connect() -> Iterator[Connect]:
    """Return what makes a node that speaks to a server."""
    with ExitStack() as stack:

        def made(server: Server, timeout: float = 5.0) -> KeptAliveNode:
            node = KeptAliveNode(NodeConfig("http", "127.0.0.1", server.port, request_timeout=timeout))
            stack.callback(node.close)
            return node

        yield made


def ask(node: KeptAliveNode) -> tuple[int, bytes]:
    """Return status and body of an answer."""
    response = node.perform_request("POST", "/index/_search", b"{}", None)
    return response.meta.status, response.body


@pytest.mark.parametrize("parts", [OF_A_LENGTH, IN_CHUNKS], ids=["length", "chunks"])
def test_answers_come_over_one_connection(serve: Serve, connect: Connect, parts: list[bytes]) -> None:
    server = serve(parts)
    node = connect(server)
    assert [ask(node) for _ in range(3)] == [(200, b"{}")] * 3
    assert server.connections == 1
    assert server.requests[0].startswith(b"POST /index/_search HTTP/1.1\r\n")
    assert server.requests[0].endswith(b"content-length: 2\r\n\r\n{}")


def test_each_thread_has_a_connection_of_its_own(serve: Serve, connect: Connect) -> None:
    server = serve(OF_A_LENGTH)
    node = connect(server)

    def ask_and_close() -> None:
        ask(node)
        node.close()

    threads = [threading.Thread(target=ask_and_close) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert server.connections == 3


def test_status_is_passed_on(serve: Serve, connect: Connect) -> None:
    assert ask(connect(serve(REFUSING))) == (503, b"{}")


@pytest.mark.parametrize(("parts", "each"), [(OF_A_LENGTH, 1), (CLOSING, 1_000)], ids=["silently", "announced"])
def test_connection_that_was_closed_meanwhile_is_opened_anew(
    serve: Serve, connect: Connect, parts: list[bytes], each: int
) -> None:
    server = serve(parts, each)
    node = connect(server)
    for _ in range(3):
        assert ask(node) == (200, b"{}")
        time.sleep(0.05)
    assert server.connections == 3


def test_slow_answer_is_given_up_in_time_however_it_trickles(serve: Serve, connect: Connect) -> None:
    started = time.monotonic()
    with pytest.raises(ConnectionTimeout):
        ask(connect(serve([b"H", b"T", b"T", b"P"] * 20, pause=0.1), timeout=0.25))
    assert time.monotonic() - started < 5


def test_server_that_is_not_there_is_an_error() -> None:
    with pytest.raises(ConnectionError):
        ask(KeptAliveNode(NodeConfig("http", "127.0.0.1", ports.free(), request_timeout=5.0)))


@pytest.mark.parametrize("parts", [NONSENSE, []], ids=["nonsense", "nothing"])
def test_what_is_no_answer_is_an_error(serve: Serve, connect: Connect, parts: list[bytes]) -> None:
    with pytest.raises(ConnectionError):
        ask(connect(serve(parts, each=1)))
