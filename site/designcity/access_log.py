"""A line for each request in the log; what readers type stands in the query, which is left out."""

import logging
import re
import time
from collections.abc import Callable, Iterable
from typing import Any

logger = logging.getLogger(__name__)

SECRET = re.compile(r"^(/[^/]+/(?:drafts|requests)/).+")

Application = Callable[[dict[str, Any], Any], Iterable[bytes]]


def with_access_log(application: Application) -> Application:
    """Return the WSGI application with a log of what it answers: method, path, status, milliseconds."""

    def logging_(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        started, status = time.perf_counter(), "-"

        def noting(line: str, *rest: Any) -> Any:
            nonlocal status
            status = line.partition(" ")[0]
            return start_response(line, *rest)

        try:
            return application(environ, noting)
        finally:
            took = (time.perf_counter() - started) * 1000
            logger.info("%s %s %s %.0f ms", environ["REQUEST_METHOD"], _path(environ), status, took)

    return logging_


def _path(environ: dict[str, Any]) -> str:
    """Return the path on one line, whatever it holds, without the secret of a draft or of a request."""
    path = str(environ.get("PATH_INFO", "")).encode("unicode_escape").decode()
    return SECRET.sub(r"\1…", path)
