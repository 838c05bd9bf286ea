"""What is asked and compared: Elasticsearch itself, and the site in front of it, for what readers type."""

import json
from typing import Protocol
from urllib.parse import quote, urlsplit

from django.conf import settings

from search.asking import query
from search.asking.query import Question
from search.asking.suggesting import FILTER_PATH
from search.asking.vocabulary import Vocabulary
from search.elasticsearch.indices import alias
from search.elasticsearch.searching import bounded
from search.text.typed import cleaned
from tests.benchmarks.keystrokes import Typed


class Target(Protocol):
    """A server that answers what readers type."""

    name: str
    address: str

    def request(self, typed: Typed) -> bytes:
        """Return the whole HTTP request, ready to be sent."""


class Elasticsearch:
    """Elasticsearch asked directly, with the very question that the site would ask."""

    name = "Elasticsearch"

    def __init__(self) -> None:
        self.address = settings.ELASTICSEARCH_URL

    def request(self, typed: Typed) -> bytes:
        """Return a search request."""
        question = Question(typed.language, cleaned(typed.text).text)
        asked = bounded(query.suggestions(question, Vocabulary()))
        body = json.dumps(asked, ensure_ascii=False).encode()
        path = f"/{alias(typed.language)}/_search?filter_path={quote(','.join(FILTER_PATH))}"
        head = f"POST {path} HTTP/1.1\r\nHost: {urlsplit(self.address).netloc}\r\n"
        head += f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        return head.encode() + body


class Suggestions:
    """The site's suggestions, as a browser asks for them."""

    name = "site"

    def __init__(self, address: str) -> None:
        self.address = address

    def request(self, typed: Typed) -> bytes:
        """Return a request for suggestions."""
        return _get(self.address, f"/{typed.language}/search/suggest/?q={quote(typed.text)}")


class Results(Suggestions):
    """The site's results page."""

    def request(self, typed: Typed) -> bytes:
        """Return a request for a page of results."""
        return _get(self.address, f"/{typed.language}/search/?q={quote(typed.text)}")


def _get(address: str, path: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: {urlsplit(address).netloc}\r\nAccept-Encoding: gzip\r\n\r\n".encode()
