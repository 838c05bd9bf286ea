"""What asks the servers reads every answer to its end, however it comes."""

from collections.abc import Iterator

import pytest

from tests.answering import Server
from tests.benchmarks.asking import UnreadableAnswer, ask

OF_A_LENGTH = [b"HTTP/1.1 200 OK\r\nContent-Le", b"ngth: 4\r\n\r\n{", b"  }"]
IN_CHUNKS = [b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n", b"0\r\n\r\n"]
REFUSED = [b"HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\n\r\n"]
REQUEST = b"GET / HTTP/1.1\r\n\r\n"


@pytest.fixture
def server(request: pytest.FixtureRequest) -> Iterator[Server]:
    server = Server(request.param)
    yield server
    server.stop()


@pytest.mark.parametrize("server", [OF_A_LENGTH, IN_CHUNKS], indirect=True, ids=["length", "chunks"])
@pytest.mark.parametrize("connections", [1, 8])
def test_each_request_is_answered_once(server: Server, connections: int) -> None:
    timings = ask(server.address, [REQUEST] * 20, connections)
    assert (len(timings.latencies), timings.failures) == (20, 0)
    assert timings.largest > 40


@pytest.mark.parametrize("server", [REFUSED], indirect=True)
def test_other_answers_than_200_are_failures(server: Server) -> None:
    assert ask(server.address, [REQUEST] * 5, 2).failures == 5


@pytest.mark.parametrize("server", [[]], indirect=True, ids=["closed"])
def test_closed_connection_is_an_error(server: Server) -> None:
    with pytest.raises(UnreadableAnswer, match="closed"):
        ask(server.address, [REQUEST], 1)
