"""Where a request meets the taking down: what is granted is taken down, what is undone is put back."""

from typing import Any

from django.utils.translation import gettext as _

from removals.requests.kinds import Scope
from removals.requests.models import RemovalRequest
from removals.takedowns import taking
from removals.takedowns.errors import TakedownError
from removals.takedowns.targets import Passage, Target


class Impossible(Exception):
    """Why something cannot be taken down or put back, in a sentence for the officer."""


def scopes(request: RemovalRequest) -> list[Scope]:
    """Return what can be taken down for a request."""
    found = [Scope.PAGE, Scope.PASSAGE] if request.page_id else []
    return [*found, *([Scope.PICTURE] if request.image_id else []), Scope.NOTHING]


def take_down(request: RemovalRequest, scope: Scope, by: Any, reason: str, passage: str) -> None:
    """Take down what a request asks for; raises Impossible where that cannot be."""
    target = _target(request, scope, passage)
    try:
        request.takedown = taking.take_down(target, by=by, reason=reason, request_number=request.number)
    except TakedownError as error:
        raise Impossible(str(error)) from error
    request.save(update_fields=["takedown"])


def put_back(request: RemovalRequest, by: Any) -> bool:
    """Put back what was taken down for a request; return whether there was anything that is still down."""
    if request.takedown is None or request.takedown.undone_at is not None:
        return False
    try:
        taking.undo(request.takedown, by=by)
    except TakedownError as error:
        raise Impossible(str(error)) from error
    return True


def _target(request: RemovalRequest, scope: Scope, passage: str) -> Target:
    if scope == Scope.PICTURE and request.image is not None:
        return request.image
    if request.page is None or scope == Scope.PICTURE:
        raise Impossible(_("What the request is about is not there any more."))
    return Passage(request.page, passage) if scope == Scope.PASSAGE else request.page
