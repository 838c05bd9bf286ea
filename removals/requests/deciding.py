"""Where a request meets the taking down: what is granted is taken down, what is undone is put back."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from removals.requests.kinds import Scope
from removals.requests.models import RemovalRequest
from removals.takedowns import taking
from removals.takedowns.errors import TakedownError
from removals.takedowns.permissions import may_take_down
from removals.takedowns.targets import Passage, Target


class Impossible(Exception):
    """Why something cannot be taken down or put back, in a sentence for the officer."""


def scopes(request: RemovalRequest, by: Any) -> list[Scope]:
    """Return what somebody can take down for a request; who may take nothing down can still grant it."""
    may = may_take_down(by)
    found = [Scope.PAGE, Scope.PASSAGE] if may and request.page_id else []
    return [*found, *([Scope.PICTURE] if may and request.image_id else []), Scope.NOTHING]


def other_languages(request: RemovalRequest) -> list[str]:
    """Return the languages in which the page that a request is about has other words."""
    if request.page is None:
        return []
    others = request.page.get_translations().filter(alias_of=None).order_by("pk")
    return list(others.values_list("locale__language_code", flat=True))


def take_down(
    request: RemovalRequest, scope: Scope, by: Any, reason: str, passage: str, elsewhere: Mapping[str, str]
) -> None:
    """Take down what a request asks for; raises Impossible where that cannot be."""
    _refuse_who_may_not(by)
    target = _target(request, scope, passage, elsewhere)
    try:
        request.takedown = taking.take_down(target, by=by, reason=reason, request_number=request.number)
    except TakedownError as error:
        raise Impossible(str(error)) from error
    request.save(update_fields=["takedown"])


def put_back(request: RemovalRequest, by: Any, words: str) -> bool:
    """Put back what was taken down for a request; return whether there was anything that is still down."""
    if request.takedown is None or request.takedown.undone_at is not None:
        return False
    _refuse_who_may_not(by)
    try:
        taking.undo(request.takedown, by=by, words=words)
    except TakedownError as error:
        raise Impossible(str(error)) from error
    return True


def _refuse_who_may_not(by: Any) -> None:
    if not may_take_down(by):
        raise Impossible(_("You may not take anything down, or put it back. Ask somebody who may."))


def _target(request: RemovalRequest, scope: Scope, passage: str, elsewhere: Mapping[str, str]) -> Target:
    if scope == Scope.PICTURE and request.image is not None:
        return request.image
    if request.page is None or scope == Scope.PICTURE:
        raise Impossible(_("What the request is about is not there any more."))
    return Passage(request.page.specific, passage, elsewhere) if scope == Scope.PASSAGE else request.page
