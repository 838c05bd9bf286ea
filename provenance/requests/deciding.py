"""Where a request meets the taking down: what is granted is taken down, what is undone is put back."""

from typing import Any

from provenance.requests.kinds import Scope
from provenance.requests.models import RemovalRequest


class Impossible(Exception):
    """Why something cannot be taken down or put back, in a sentence for the officer."""


def scopes(request: RemovalRequest) -> list[Scope]:
    """Return what can be taken down for a request."""
    found = [Scope.PAGE, Scope.PASSAGE] if request.page_id else []
    return [*found, *([Scope.PICTURE] if request.image_id else []), Scope.NOTHING]


def take_down(request: RemovalRequest, scope: Scope, by: Any, reason: str, passage: str) -> None:
    """Take down what a request asks for; raises Impossible where that cannot be."""
    raise NotImplementedError


def put_back(request: RemovalRequest, by: Any) -> bool:
    """Put back what was taken down for a request; return whether there was anything."""
    raise NotImplementedError
