"""The one way to take something down, and the one way back: each in one transaction."""

from typing import Any

from provenance.takedowns.models import Status, Takedown
from provenance.takedowns.targets import Target


def take_down(
    target: Target,
    *,
    by: Any,
    reason: str,
    request_number: str = "",
    status: int = Status.FOR_LEGAL_REASONS,
) -> Takedown:
    """Take a page, a picture or a passage out of everything in every language; raises `CannotTakeDown`."""
    raise NotImplementedError


def undo(takedown: Takedown, *, by: Any) -> None:
    """Bring back what was taken down; raises `CannotUndo` when it was changed since or is forgotten."""
    raise NotImplementedError
