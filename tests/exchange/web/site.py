"""A site of others on this machine, and guards that let tests reach it, and nothing else."""

import gzip
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from exchange.web.guard import Guard
from tests.exchange.word.documents import PNG

NAME = "news.example"
ARTICLE = (Path(__file__).resolve().parents[1] / "files" / "article.htm").read_text(encoding="utf-8")
CHINESE = ARTICLE.replace("utf-8", "gb2312").encode("gbk")
HTML = {"Content-Type": "text/html; charset=utf-8"}

PACKED = HTML | {"Content-Encoding": "gzip"}


class Handler(BaseHTTPRequestHandler):
    """Answers by the path: each way in which a site can be good or bad."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.server.asked.append((self.path, self.headers.get("Host", "")))  # type: ignore[attr-defined]
        name, _slash, rest = self.path.strip("/").partition("/")
        answers: dict[str, Callable[[str], None]] = {
            "article": lambda rest: self.send(ARTICLE.encode(), HTML),
            "gbk": lambda rest: self.send(
                ARTICLE.replace("utf-8", "gb2312").encode("gbk"), {"Content-Type": "text/html"}
            ),
            "a.png": lambda rest: self.send(PNG, {"Content-Type": "image/png"}),
            "to": lambda rest: self.send(b"", {"Location": rest}, 302),
            "round": lambda rest: self.send(b"", {"Location": "/round/"}, 301),
            "pdf": lambda rest: self.send(b"%PDF", {"Content-Type": "application/pdf"}),
            "nothing": lambda rest: self.send(b"x", {}),
            "large": lambda rest: self.send(bytes(6 * 1024**2), HTML),
            "bomb": lambda rest: self.send(gzip.compress(bytes(200 * 1024**2)), PACKED),
            "gzip": lambda rest: self.send(gzip.compress(ARTICLE.encode()), PACKED),
            "endless": lambda rest: self.endless(),
            "slow": lambda rest: self.slow(),
        }
        answers.get(name, lambda rest: self.send(b"", HTML, 404))(rest)

    def send(self, content: bytes, headers: dict[str, str], status: int = 200) -> None:
        """Answer with a whole content."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def endless(self) -> None:
        """Answer without an end, and without saying how long."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        for _ in range(200):
            self.wfile.write(b"<p>more</p>" * 10_000)

    def slow(self) -> None:
        """Answer with a byte now and then, in the middle of the headers."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        for _ in range(100):
            time.sleep(0.1)
            self.wfile.write(b"x")
            self.wfile.flush()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """Remembers what it was asked: paths with the hosts by which it was called."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[tuple[str, str]] = []

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of who goes away in the middle."""

    @property
    def address(self) -> str:
        """Where it answers, by its name."""
        return f"http://{NAME}:{self.server_port}"

    def guard(self, *answers: list[str]) -> Guard:
        """Return a guard that knows this site by its name, as if 127.0.0.1 were public.

        `answers` are what the names resolve to, one answer after the other; the last one stays.
        """
        told = [*answers] or [["127.0.0.1"]]

        def resolve(host: str, port: int) -> list[str]:
            return told.pop(0) if len(told) > 1 else told[0]

        return Guard(resolve, lambda number: number == "127.0.0.1", other_ports=frozenset({self.server_port}))


@contextmanager
def served() -> Iterator[Server]:
    """Run the site while it is needed."""
    server = Server()
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
