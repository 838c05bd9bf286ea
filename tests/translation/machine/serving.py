"""Services that translate, on this machine: they speak the real protocols, well or badly."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

Answer = tuple[int, dict[str, str], bytes]
Behaviour = Callable[["Asked"], Answer]


@dataclass
class Asked:
    """A request as it came: the body parsed as JSON where it is JSON, else as a form."""

    path: str
    headers: dict[str, str]
    body: Any

    @property
    def segments(self) -> dict[str, str]:
        """The segments in the last message to a model."""
        return dict(json.loads(self.body["messages"][-1]["content"])["segments"])

    @property
    def glossary(self) -> list[dict[str, Any]]:
        """The terms in the last message to a model."""
        return list(json.loads(self.body["messages"][-1]["content"])["glossary"])


def english(text: str) -> str:
    """Return made-up English with the mark-up of the original."""
    return f"English of {text}"


def answered(body: Any, status: int = 200, **headers: str) -> Answer:
    """Return an answer in JSON."""
    return status, {"Content-Type": "application/json"} | headers, json.dumps(body).encode()


def completion(content: Any) -> Answer:
    """Return a chat completion as such services write it."""
    message = {"role": "assistant", "content": content}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    return answered({"id": "chatcmpl-1", "object": "chat.completion", "choices": [choice]})


def translating(asked: Asked, word: Callable[[str], str] = english) -> Answer:
    """Answer as a model that does what it is asked."""
    return completion(json.dumps({number: word(text) for number, text in asked.segments.items()}))


def saying(word: Callable[[str], str]) -> Behaviour:
    """Return a model that translates by a function."""
    return lambda asked: translating(asked, word)


def refusing(status: int, **headers: str) -> Behaviour:
    """Return a service that refuses."""
    return lambda asked: answered({"error": {"message": "no", "type": "x"}}, status, **headers)


def slow(asked: Asked) -> Answer:
    """Answer when nobody waits any more."""
    time.sleep(1.5)
    return translating(asked)


def page(asked: Asked) -> Answer:
    """Answer with a page of the web, as a wrong address does."""
    return 200, {"Content-Type": "text/html"}, b"<html><body>Welcome</body></html>"


def deepl(asked: Asked) -> Answer:
    """Answer as DeepL does."""
    texts = asked.body["text"]
    return answered(
        {"translations": [{"detected_source_language": "ZH", "text": english(one)} for one in texts]}
    )


def libretranslate(asked: Asked) -> Answer:
    """Answer as LibreTranslate does."""
    return answered({"translatedText": [english(one) for one in asked.body["q"]]})


class Handler(BaseHTTPRequestHandler):
    """Reads a request and answers as the server is told."""

    protocol_version = "HTTP/1.1"
    server: "Service"

    def do_POST(self) -> None:
        raw = self.rfile.read(int(self.headers["Content-Length"])).decode()
        is_json = self.headers.get_content_type() == "application/json"
        asked = Asked(self.path, dict(self.headers), json.loads(raw) if is_json else parse_qs(raw))
        self.server.asked.append(asked)
        ways = self.server.ways
        status, headers, body = (ways.pop(0) if len(ways) > 1 else ways[0])(asked)
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


class Service(ThreadingHTTPServer):
    """Behaves in one way after the other; the last one stays. Remembers what it was asked."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[Asked] = []
        self.ways: list[Behaviour] = [translating]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of who goes away in the middle."""

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.server_port}"

    def behave(self, *ways: Behaviour) -> None:
        """Behave so from now on."""
        self.ways = list(ways)

    def settings(self, **options: Any) -> dict[str, Any]:
        """Return the setting that names this service as one for chat completions."""
        given = {
            "URL": f"{self.address}/v1",
            "KEY": "sk-secret",
            "MODEL": "chat-1",
            "TIMEOUT": 5,
            "PAUSE": 0.01,
        }
        return {"CLASS": "translating.machine.chat.ChatTranslator", "OPTIONS": given | options}


@contextmanager
def served() -> Iterator[Service]:
    """Run a service while it is needed."""
    service = Service()
    thread = threading.Thread(target=service.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield service
    finally:
        service.shutdown()
        service.server_close()
        thread.join()
