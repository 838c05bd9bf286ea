"""The suggestions without Django's middleware: no session, no template, no database.

The address is one of Django's all the same (`search/readers/urls.py`), for the development server and for
tests; under the application server this comes first and answers alone.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import parse_qs

from django.conf import settings
from django.db import close_old_connections

from designcity.client_address import client_address
from search.readers.limits import limiter
from search.readers.suggestions import MAX_AGE, answer

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, Any], Iterable[bytes]]

LONGEST_QUERY_STRING = 4_000
_JSON = ("Content-Type", "application/json; charset=utf-8")
_HEADERS = [
    _JSON,
    # Only the reader's own browser may keep it: what becomes private must not stay in a shared cache.
    ("Cache-Control", f"private, max-age={MAX_AGE}"),
    ("X-Content-Type-Options", "nosniff"),
    ("Vary", "Accept-Encoding"),
]


def with_suggestions(application: Application) -> Application:
    """Return the application with the suggestions in front of it."""
    languages = "|".join(re.escape(code) for code, _name in settings.LANGUAGES)
    address = re.compile(rf"/({languages})/search/suggest/")

    def answering(environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        match = address.fullmatch(environ.get("PATH_INFO", ""))
        if match is None or environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            return application(environ, start_response)
        return _answer(match.group(1), environ, start_response)

    return answering


def _answer(language: str, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
    wait = limiter.seconds_to_wait(client_address(environ))
    if wait:
        start_response("429 Too Many Requests", [_JSON, ("Retry-After", str(wait)), ("Content-Length", "2")])
        return [b"{}"]
    try:
        made = answer(language, _typed(environ.get("QUERY_STRING", "")))
    finally:
        close_old_connections()  # the database may have stood in for Elasticsearch
    headers = [*_HEADERS, ("ETag", made.etag)]
    if environ.get("HTTP_IF_NONE_MATCH") == made.etag:
        start_response("304 Not Modified", headers)
        return []
    start_response("200 OK", [*headers, ("Content-Length", str(len(made.body)))])
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [made.body]


def _typed(query_string: str) -> str:
    try:
        # WSGI hands bytes over as Latin-1; those of a browser are ASCII, others may be UTF-8 as it is.
        typed = query_string[:LONGEST_QUERY_STRING].encode("latin-1", "replace").decode(errors="replace")
        values = parse_qs(typed, errors="replace", max_num_fields=10)
    except ValueError:
        return ""
    return values.get("q", [""])[-1]
