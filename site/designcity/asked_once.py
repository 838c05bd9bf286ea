"""What many parts of a page ask of the database, which has to answer it only once for each page."""

from collections.abc import Callable
from contextvars import ContextVar
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse

Answer = TypeVar("Answer")
SAFE = ("GET", "HEAD")
_answers: ContextVar[dict[Any, Any] | None] = ContextVar("answers", default=None)


def once(question: Any, ask: Callable[[], Answer]) -> Answer:
    """Return what was answered before for the same page; outside of a reader's request ask each time."""
    answers = _answers.get()
    if answers is None:
        return ask()
    if question not in answers:
        answers[question] = ask()
    known: Answer = answers[question]
    return known


class AskedOnceMiddleware:
    """Keep answers as long as one page is made, and no longer: what an editor changes shows at once.

    A request that changes something keeps none.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        token = _answers.set({} if request.method in SAFE else None)
        try:
            return self.get_response(request)
        finally:
            _answers.reset(token)
